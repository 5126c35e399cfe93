import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import { agents } from "@/db/schema/organisation";
import { auditEvents } from "@/db/schema/platform";
import type { Actor, Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { AuditLine, Lines } from "../types";

const pageSize = 50;

/** One page of the journal, the newest first. `subject`: the lines of one thing; `cursor`: of the page before. */
export async function listAuditEvents(
  _actor: Admin,
  { cursor, subject }: { cursor?: string; subject?: string },
): Promise<Lines<AuditLine>> {
  const wanted: (SQL | undefined)[] = [
    /^\d{1,15}$/.test(cursor ?? "") ? lt(auditEvents.id, Number(cursor)) : undefined,
    subject ? eq(auditEvents.subjectId, subject) : undefined,
  ];
  const rows = await database()
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      kind: auditEvents.actorKind,
      name: agents.name,
      verb: auditEvents.verb,
      subjectId: auditEvents.subjectId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(agents, eq(agents.id, auditEvents.actorId))
    .where(and(...wanted))
    .orderBy(desc(auditEvents.id))
    .limit(pageSize + 1);
  const lines = rows.slice(0, pageSize).map(({ kind, name, details, ...row }) => ({
    ...row,
    who: name ?? whoLabels[kind as Actor["kind"]],
    details: Object.entries(details).map(([key, value]) => `${key}\u00a0: ${String(value)}`),
  }));
  return { lines, next: rows.length > pageSize ? String(lines.at(-1)?.id ?? "") : null };
}

const whoLabels: Record<Actor["kind"], string> = {
  anonymous: "Personne sans compte",
  citizen: "Usager",
  agent: "Agent",
  admin: "Administrateur",
  system: "Tâche automatique",
};
