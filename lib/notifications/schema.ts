import { z } from "zod";
import { isId, type NotificationId } from "@/lib/shared/ids";

export const readNotificationSchema = z.object({
  notificationId: z.custom<NotificationId>(
    (value) => typeof value === "string" && isId(value),
    "L’adresse de cette page est incomplète.",
  ),
});
export type ReadNotification = z.infer<typeof readNotificationSchema>;
