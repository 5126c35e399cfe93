import { eq, sql } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor, Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { readPageCursor, writePageCursor } from "@/lib/kernel/page-cursor";
import { requireStaff } from "@/lib/kernel/staff";
import type { DemarcheId, ServiceId } from "@/lib/shared/ids";
import { nameWords } from "@/lib/shared/search-text";
import {
  demandeStatusLabels,
  filedStatuses,
  isWaiting,
  waitingStatuses,
  type DemandeStatus,
} from "@/lib/vocabulary/demande-status";
import type { QueueElsewhere, QueueFilter, QueueLine, QueuePage, QueueView } from "../types/agent";
import { readNumber } from "../rules/number";

import { queuePageSql, type QueueScope } from "./queue-sql";
import { ownLabelSql } from "./state-label-sql";

const pageSize = 50;

/**
 * One page of the queue of the reader's services (every service's, for an administrator; their organisation's, for that of one): the oldest first while they wait for
 * the service, the newest first otherwise. Throws NotFound to whoever is no agent.
 */
export async function listQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const scope = await scopeOf(requireStaff(actor), filter);
  if (!scope || scope.services.length === 0) return { lines: [], next: null };
  const rows = await readLines(scope);
  const lines = rows.slice(0, pageSize);
  const last = lines.at(-1);
  return { lines: lines.map(toLine), next: rows.length > pageSize && last ? writePageCursor(last.at, last.id) : null };
}

const elsewhereSize = 10;

/**
 * For a search by name: what stands in the states that the filter leaves out, closed demandes first of all, the newest first. An
 * agent on the telephone must not answer « I have nothing » to somebody whose demande is decided. Throws NotFound as above.
 */
export async function listElsewhere(actor: Actor, filter: QueueFilter): Promise<QueueElsewhere> {
  const scope = await scopeOf(requireStaff(actor), { ...filter, isLate: false, cursor: undefined });
  const shown = filter.isLate ? statusesOf(filter.view).filter(isWaiting) : statusesOf(filter.view);
  const statuses = filedStatuses.filter((status) => !shown.includes(status));
  if (!scope?.words?.length || scope.services.length === 0 || statuses.length === 0)
    return { lines: [], hasMore: false };
  const rows = await readLines({ ...scope, statuses, newestFirst: true, limit: elsewhereSize + 1 });
  return { lines: rows.slice(0, elsewhereSize).map(toLine), hasMore: rows.length > elsewhereSize };
}

/** The number as it is stored, when the reader's services have that demande; null otherwise. */
export async function findNumber(actor: Actor, typed: string): Promise<string | null> {
  const number = readNumber(typed);
  if (!number) return null;
  const page = await listQueue(actor, { view: "all", isMine: false, isLate: false, text: number });
  return page.lines[0]?.number ?? null;
}

/** The services whose queue an agent reads. */
export async function readableServices(actor: Staff): Promise<readonly ServiceId[]> {
  if (actor.kind === "agent") return actor.serviceIds;
  if (actor.kind === "organisation_admin") return actor.organisationServiceIds;
  const rows = await database().select({ id: services.id }).from(services);
  return rows.map(({ id }) => id);
}

/** Null when the filter can match nothing. */
async function scopeOf(actor: Staff, filter: QueueFilter): Promise<QueueScope | null> {
  const demarche = filter.demarche ? await findDemarcheId(filter.demarche) : undefined;
  if (demarche === null) return null;
  const text = filter.text?.trim() ?? "";
  const number = text === "" ? null : readNumber(text);
  const statuses = number ? filedStatuses : statusesOf(filter.view);
  return {
    services: await readableServices(actor),
    statuses: filter.isLate ? statuses.filter(isWaiting) : statuses,
    demarche,
    agent: filter.isMine ? actor.agentId : undefined,
    dueBefore: filter.isLate ? clock.now() : undefined,
    ...(number ? { number } : { words: nameWords(text) }),
    newestFirst: !filter.isLate && filter.view !== "to_do" && filter.view !== "pending",
    after: readPageCursor(filter.cursor),
    limit: pageSize + 1,
  };
}

async function findDemarcheId(slug: string): Promise<DemarcheId | null> {
  const [row] = await database().select({ id: demarches.id }).from(demarches).where(eq(demarches.slug, slug));
  return row?.id ?? null;
}

function statusesOf(view: QueueView): readonly DemandeStatus[] {
  if (view === "to_do") return waitingStatuses;
  return view === "all" ? filedStatuses : [view];
}

/** What stands in the place of a name that was erased (F7). */
const anonymisedName = "Demande anonymisée";

type Row = {
  id: string;
  at: string;
  number: string;
  title: string;
  service: string;
  applicant: string | null;
  beneficiary: string | null;
  status: DemandeStatus;
  label: string | null;
  submitted_at: string;
  due_at: string | null;
  agent: string | null;
  anonymised: boolean;
};

async function readLines(scope: QueueScope): Promise<Row[]> {
  const order = scope.newestFirst ? sql`desc` : sql`asc`;
  const rows = await database().execute<Row>(sql`
    select page.id, page.at::text, d.number, m.title, s.name as service, d.applicant_name as applicant, d.beneficiary_name as beneficiary,
      d.status, ${ownLabelSql(sql`v.definition`, sql`d.status`)} as label, d.submitted_at::text, d.due_at::text, a.name as agent,
      d.anonymised_at is not null as anonymised
    from (${queuePageSql(scope)}) page
    join demandes d on d.id = page.id
    join demarches m on m.id = d.demarche_id
    join demarche_versions v on v.id = d.version_id
    join services s on s.id = d.service_id
    left join agents a on a.id = d.agent_id
    order by page.at ${order}, page.id ${order}`);
  return [...rows];
}

function toLine(row: Row): QueueLine {
  const dueAt = row.due_at ? new Date(row.due_at) : null;
  return {
    number: row.number,
    demarcheTitle: row.title,
    serviceName: row.service,
    applicantName: row.anonymised ? anonymisedName : (row.applicant ?? ""),
    beneficiaryName: row.beneficiary,
    status: row.status,
    statusLabel: row.label ?? demandeStatusLabels[row.status],
    submittedAt: new Date(row.submitted_at),
    dueAt,
    isLate: dueAt !== null && dueAt < clock.now() && isWaiting(row.status),
    agentName: row.agent,
  };
}
