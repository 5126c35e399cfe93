import { and, desc, eq, inArray, isNotNull, ne, type SQL } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { olderThan, readPageCursor, writePageCursor } from "@/lib/kernel/page-cursor";
import { getVersion } from "@/lib/demarches/queries/get-version";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { ownedBy } from "../access/scope";
import { statusLabel } from "../rules/status-words";
import type { DemandeSummary, Page } from "../types/demande";

const pageSize = 20;
const latest = 4;

export type ListDemandes = { cursor?: string; statuses?: readonly DemandeStatus[] };

/**
 * « Mes demandes » (F99), last changed first, twenty a page. `cursor`: what the previous page gave; anything else starts
 * from the beginning. No count and no offset: the thousandth page costs what the first does.
 */
export async function listDemandes(
  actor: Actor,
  { cursor, statuses }: ListDemandes = {},
): Promise<Page<DemandeSummary>> {
  const rows = await select(
    actor,
    and(
      olderThan(demandes.updatedAt, demandes.id, readPageCursor(cursor)),
      statuses ? inArray(demandes.status, [...statuses]) : undefined,
    ),
    pageSize + 1,
  );
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: rows.length > pageSize && last ? writePageCursor(last.updatedAt, last.id) : null };
}

/** « Dernières demandes » (F47, F98): four. */
export async function listLatestDemandes(actor: Actor): Promise<DemandeSummary[]> {
  return select(actor, undefined, latest);
}

async function select(actor: Actor, more: SQL | undefined, limit: number): Promise<DemandeSummary[]> {
  const rows = await database()
    .select({
      id: demandes.id,
      number: demandes.number,
      versionId: demandes.versionId,
      demarcheTitle: demarches.title,
      status: demandes.status,
      beneficiaryName: demandes.beneficiaryName,
      recipient: services.name,
      submittedAt: demandes.submittedAt,
      updatedAt: demandes.updatedAt,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .leftJoin(services, and(eq(services.id, demandes.serviceId), isNotNull(demandes.filingId)))
    .where(and(ne(demandes.status, "draft"), ownedBy(actor), more))
    .orderBy(desc(demandes.updatedAt), desc(demandes.id))
    .limit(limit);
  const summaries = await Promise.all(rows.map(toSummary));
  return summaries.filter((summary) => summary !== null);
}

type Row = Omit<DemandeSummary, "number" | "submittedAt" | "statusLabel" | "needsAction"> & {
  number: string | null;
  submittedAt: Date | null;
  versionId: Parameters<typeof getVersion>[0];
};

/** The démarche's own label of the state stands in its version, which the process keeps in memory. */
async function toSummary({ versionId, number, submittedAt, ...row }: Row): Promise<DemandeSummary | null> {
  if (number === null || submittedAt === null) return null;
  const { definition } = await getVersion(versionId);
  return {
    ...row,
    number,
    submittedAt,
    statusLabel: statusLabel(row.status, definition),
    needsAction: row.status === "incomplete",
  };
}
