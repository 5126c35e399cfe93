import { z } from "zod";
import { idOf } from "@/lib/shared/form-schema";
import type { NotificationId } from "@/lib/shared/ids";

export const readNotificationSchema = z.object({
  notificationId: idOf<NotificationId>(),
});
export type ReadNotification = z.infer<typeof readNotificationSchema>;
