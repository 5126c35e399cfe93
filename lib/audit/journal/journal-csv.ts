import type { Manager } from "@/lib/kernel/actor";
import { csvLine, csvStart } from "@/lib/shared/csv";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";
import { listAuditEvents } from "../queries/list-events";
import { actorKindLabels, maxExportLines, type AuditLine, type JournalFilters } from "../types";

const batch = 1_000;
const heading = ["Date", "Sorte d’auteur", "Auteur", "Acte", "Code", "Objet", "Identifiant", "Détails"];
const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "medium" });

/** The journal in pieces of a thousand lines: the memory it takes does not grow with it. */
export async function* journalCsv(
  actor: Manager,
  filters: JournalFilters,
  max = maxExportLines,
): AsyncGenerator<string> {
  yield csvStart + csvLine(heading);
  let cursor: string | undefined;
  for (let sent = 0; sent < max;) {
    const pageSize = Math.min(batch, max - sent);
    const { lines, next } = await listAuditEvents(actor, { ...filters, cursor, pageSize });
    yield lines.map(toLine).join("");
    if (!next) return;
    sent += lines.length;
    cursor = next;
  }
  yield csvLine([`Export limité à ${max} lignes : resserrez la période pour lire la suite.`]);
}

function toLine({ at, kind, who, verb, subject, subjectId, details }: AuditLine): string {
  const cells = [actorKindLabels[kind], who, auditVerbLabels[verb], verb, subject, subjectId, details.join(", ")];
  return csvLine([paris.format(at), ...cells]);
}
