import { and, asc, eq, inArray, like, sql } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Citizen } from "@/lib/kernel/actor";
import { database, type Tx } from "@/lib/kernel/database";
import { claim, type Anonymised, type Personal } from "@/lib/kernel/personal-data";

/** What an account was told goes with it; what leads to a demande goes when that one is anonymised. */
export const notificationsPersonal = {
  tables: {
    notifications: claim(
      notifications,
      { with: "account", by: notifications.accountId },
      {
        id: "erased",
        accountId: "erased",
        kind: "erased",
        text: "erased",
        path: "erased",
        createdAt: "erased",
        readAt: "erased",
      },
    ),
  },
  anonymise: forgetWhatLeadsTo,
  copy: async (owner) => ({ data: { notifications: await copyOf(owner) } }),
} satisfies Personal;

/** By values, not by a join: only the lines of these accounts are read. */
async function forgetWhatLeadsTo(tx: Tx, demandes: readonly Anonymised[]): Promise<void> {
  const owners = [...new Set(demandes.flatMap(({ accountId }) => accountId ?? []))];
  if (owners.length === 0) return;
  const isAbout = inArray(
    sql`split_part(${notifications.path}, '/', 4)`,
    demandes.flatMap(({ number }) => number ?? []),
  );
  const leadsThere = and(like(notifications.path, "/espace/demandes/%"), isAbout);
  await tx.delete(notifications).where(and(inArray(notifications.accountId, owners), leadsThere));
}

/** Every notification, older ones than the page shows included. */
async function copyOf({ accountId }: Citizen) {
  return database()
    .select({
      date: notifications.createdAt,
      type: notifications.kind,
      texte: notifications.text,
      page: notifications.path,
      lecture: notifications.readAt,
    })
    .from(notifications)
    .where(eq(notifications.accountId, accountId))
    .orderBy(asc(notifications.createdAt));
}
