import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AccountId, NotificationId } from "@/lib/shared/ids";
import { accounts } from "./accounts";
import { id, instant } from "./columns";

/** Notifications in the portal (F122). `path` is where it leads; `text` names no other person. */
export const notifications = pgTable(
  "notifications",
  {
    id: id<NotificationId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    path: text("path").notNull(),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    index("notifications_account").on(t.accountId, t.createdAt, t.id),
    index("notifications_unread")
      .on(t.accountId)
      .where(sql`${t.readAt} is null`),
    index("notifications_created").on(t.createdAt),
  ],
);
