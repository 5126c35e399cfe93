import { desc, eq, sql } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { auditEvents } from "@/db/schema/platform";
import type { Actor, Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { detailTexts } from "../journal/detail-words";
import { journalPage } from "../journal/journal-page";
import { ownLinesOf } from "../journal/own-lines";
import { nameServices, nameSubjects } from "../journal/name-subjects";
import { actorKindLabels, type AuditLine, type JournalFilters, type Lines } from "../types";

type Paging = { cursor?: string; pageSize?: number };

/** One page of the journal that the reader reads (`OwnLines`), under these filters, the newest first, without a count. `cursor`: of the page before. */
export async function listAuditEvents(
  actor: Manager,
  { cursor, pageSize = 50, ...filters }: JournalFilters & Paging,
): Promise<Lines<AuditLine>> {
  const own = actor.kind === "admin" ? null : await ownLinesOf(actor, filters.subject);
  const page = journalPage(filters, readCursor(cursor), pageSize + 1, own);
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
    .innerJoin(sql`(${page}) as page`, sql`page.id = ${auditEvents.id}`)
    .leftJoin(agents, eq(agents.id, auditEvents.actorId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id));
  const shown = rows.slice(0, pageSize);
  const [subjects, services] = await Promise.all([nameSubjects(shown), nameServices(shown)]);
  const lines = shown.map(({ name, details, ...row }, index) => ({
    ...row,
    kind: row.kind as Actor["kind"],
    who: name ?? actorKindLabels[row.kind as Actor["kind"]],
    subject: subjects[index] ?? "",
    details: detailTexts(details, services),
  }));
  const last = lines.at(-1);
  return { lines, next: rows.length > pageSize && last ? `${last.at.getTime()}_${last.id}` : null };
}

/** « milliseconds_identifier »: the last line seen. */
function readCursor(cursor = ""): { at: Date; id: number } | undefined {
  const match = /^(\d{1,15})_(\d{1,15})$/.exec(cursor);
  return match ? { at: new Date(Number(match[1])), id: Number(match[2]) } : undefined;
}
