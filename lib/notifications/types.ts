import type { NotificationId } from "@/lib/shared/ids";
import type { NotificationKind } from "@/lib/vocabulary/notification-kinds";

export type NotificationView = {
  id: NotificationId;
  kind: NotificationKind;
  text: string;
  /** Where it leads, a path of the portal. */
  path: string;
  createdAt: Date;
  isRead: boolean;
};
