import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { messages } from "@/db/schema/messages";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { ThreadSummary } from "../types";

const most = 50;
const counted = 100;

/** « Échanges à lire » (F108): demandes of the account where a service wrote, those not opened yet first. */
export async function listThreads(actor: Citizen): Promise<ThreadSummary[]> {
  const latestAt = sql<Date>`max(${messages.sentAt})`.mapWith(messages.sentAt);
  const unread = sql<number>`(count(*) filter (where ${messages.readAt} is null))::int`;
  const rows = await database()
    .select({ number: demandes.number, demarcheTitle: demarches.title, latestAt, unread })
    .from(messages)
    .innerJoin(demandes, eq(demandes.id, messages.demandeId))
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(eq(demandes.accountId, actor.accountId), eq(messages.author, "agent")))
    .groupBy(demandes.id, demarches.id)
    .orderBy(desc(sql`${unread} > 0`), desc(latestAt))
    .limit(most);
  return rows.flatMap(({ number, ...row }) => (number === null ? [] : [{ ...row, number }]));
}

/** How many messages wait to be read, at most a hundred: what the tile shows. */
export async function countUnreadMessages(actor: Citizen): Promise<number> {
  const rows = await database()
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(demandes, eq(demandes.id, messages.demandeId))
    .where(and(eq(demandes.accountId, actor.accountId), eq(messages.author, "agent"), isNull(messages.readAt)))
    .limit(counted);
  return rows.length;
}
