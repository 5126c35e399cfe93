import { and, asc, eq } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import { auditEvents } from "@/db/schema/platform";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";

/** What the journal says of the person's own acts; those of agents are not theirs. */
export async function journalData({ accountId }: Citizen) {
  const rows = await database()
    .select({
      at: auditEvents.at,
      verb: auditEvents.verb,
      subjectId: auditEvents.subjectId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorKind, "citizen"), eq(auditEvents.actorId, accountId)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id));
  return rows.map(({ at, verb, subjectId, details }) => ({
    date: at,
    acte: auditVerbLabels[verb],
    objet: subjectId,
    precisions: details,
  }));
}

/** Every notification, older ones than the page shows included. */
export async function notificationsData({ accountId }: Citizen) {
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
