import { and, desc, eq, isNull } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { notificationKinds, type NotificationKind } from "@/lib/vocabulary/notification-kinds";
import type { NotificationView } from "./types";

const shown = 50;

/** The fifty latest, newest first. */
export async function listNotifications(actor: Citizen): Promise<NotificationView[]> {
  const rows = await database()
    .select({
      id: notifications.id,
      kind: notifications.kind,
      text: notifications.text,
      path: notifications.path,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(eq(notifications.accountId, actor.accountId))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(shown);
  return rows.flatMap(({ readAt, kind, ...row }) => (isKind(kind) ? [{ ...row, kind, isRead: readAt !== null }] : []));
}

/** How many wait to be read, at most 99: what the badge shows. */
export async function countUnreadNotifications(actor: Citizen): Promise<number> {
  const rows = await database()
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.accountId, actor.accountId), isNull(notifications.readAt)))
    .limit(99);
  return rows.length;
}

function isKind(kind: string): kind is NotificationKind {
  return notificationKinds.some((known) => known === kind);
}
