import { and, desc, eq, or, sql, type SQL } from "drizzle-orm";
import { demandeEvents, demandeRevisions, demandes, type HistoryActor } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { agents } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { isoDay } from "@/lib/shared/dates";
import type { DemandeId } from "@/lib/shared/ids";
import { isWaiting, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import { answerFilesOf, inRevision, listFiles } from "../files/attached-files";
import { countingFrom, type Move } from "../moves/counting";
import { countingFiled, delayToday } from "../rules/delays";
import { readingContext } from "../draft/form-context";
import {
  canChange,
  canJoinAccount,
  canOpenPdf,
  canReadMessages,
  canRelease,
  canWithdraw,
  canWriteMessage,
  isFollower,
  isInstructor,
  isOwner,
  type Judged,
} from "../policy";
import { invitationOf } from "../filing/invite-applicant";
import { readNumber } from "../rules/number";
import { openedByGuest, reachableBy } from "../access/scope";
import { papersView, type Service } from "../rules/papers";
import { documentsOf, papersDue } from "../filing/recepisse-view";
import { isClosed, movesFrom } from "../status";
import { statusLabel, statusSentence } from "../rules/status-words";
import type { AttachmentView, DemandeView } from "../types/demande";
import { listCorrections } from "./find-draft";
import { listFiledTogether } from "./list-filed-together";

/** A filed demande by its number, for its owner, an agent of its service or an administrator; null otherwise. */
export async function findDemande(actor: Actor, number: string): Promise<DemandeView | null> {
  const read = readNumber(number);
  return read ? find(actor, eq(demandes.number, read)) : null;
}

/** A filed demande by its identifier, for the same readers; null otherwise. */
export async function findDemandeById(actor: Actor, demandeId: DemandeId): Promise<DemandeView | null> {
  return find(actor, eq(demandes.id, demandeId));
}

async function find(actor: Actor, which: SQL): Promise<DemandeView | null> {
  const row = await readRow(actor, which);
  if (!row?.number || !row.submittedAt) return null;
  const {
    number,
    submittedAt,
    versionId,
    answers,
    movedBy,
    waits,
    hasOpenRevision,
    accountId,
    serviceId: _,
    isOpenedByGuest: __,
    claimedAt: ___,
    invitedAt,
    filingId,
    ...facts
  } = row;
  const { definition } = await getVersion(versionId);
  const [files, corrections] = await Promise.all([
    listFiles(database(), or(inRevision(row.id, row.revision), answerFilesOf(row.id))),
    row.status === "incomplete" ? listCorrections(row.id, row.revision) : [],
  ]);
  const counting = countingFrom(
    submittedAt,
    waits.map(({ at, ...move }) => ({ ...move, at: new Date(at) })),
  );
  const isRunning = isWaiting(row.status) && !row.anonymisedAt;
  const judged = { ...row, hasExchanges: definition.hasExchanges };
  const isOwned = isOwner(actor, row);
  const isForCitizen = isOwned || isFollower(actor, row);
  const due = dueOnPaper(row, definition, files);
  const twinPapers = (service: Service) => papersView(due, service, definition, countingFiled(submittedAt));
  const together = filingId && isForCitizen ? await listFiledTogether(actor, { id: row.id, filingId }, twinPapers) : [];
  return {
    ...facts,
    number,
    submittedAt,
    statusLabel: statusLabel(row.status, definition),
    statusSentence: statusSentence(row.status, movedBy),
    definition,
    context: readingContext(row, answers),
    answers,
    attachments: files.filter(({ origin, scan }) => origin !== "answer" && (isForCitizen || scan === "clean")),
    answerFiles: files.filter((file) => isShownAnswer(file, isForCitizen)),
    corrections,
    delay: isRunning ? delayToday(definition, counting, isoDay(clock.now()), row.service) : null,
    papers: isClosed(row.status) || row.anonymisedAt ? null : papersView(due, row.service, definition, counting),
    together,
    belongsToAccount: accountId !== null,
    invitation: invitationOf({ accountId, answers, invitedAt, revision: row.revision }),
    hasOpenRevision: isOwned && hasOpenRevision,
    can: {
      change: canChange(actor, row),
      withdraw: canWithdraw(actor, row),
      joinAccount: canJoinAccount(actor, row),
      release: canRelease(actor, row),
      openPdf: canOpenPdf(actor, row),
      readMessages: canReadMessages(actor, judged),
      writeMessage: canWriteMessage(actor, judged),
      instruct: isInstructor(actor, row),
      moves: movesOf(actor, row),
    },
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function dueOnPaper(
  { answers, accountId, submittedAt }: Row,
  definition: DemarcheDefinition,
  files: readonly AttachmentView[],
): string[] {
  if (!submittedAt) return [];
  return papersDue(
    documentsOf({ definition, answers, files, receivedAt: submittedAt, isSignedIn: accountId !== null }),
  );
}

function movesOf(actor: Actor, row: Judged): readonly DemandeStatus[] {
  if (row.anonymisedAt) return [];
  if (isOwner(actor, row)) return movesFrom(row.status, "citizen");
  return isInstructor(actor, row) ? movesFrom(row.status, "agent") : [];
}

/** Its owner, or who follows it, sees the answer once it is given (frozen); agents see what they prepare. Nobody is given what is not clean. */
function isShownAnswer({ origin, isFrozen, scan }: AttachmentView, isForCitizen: boolean): boolean {
  return origin === "answer" && (isForCitizen ? isFrozen && scan === "clean" : true);
}

async function readRow(actor: Actor, which: SQL) {
  const [row] = await database()
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      statusReason: demandes.statusReason,
      accountId: demandes.accountId,
      serviceId: demandes.serviceId,
      versionId: demandes.versionId,
      revision: demandes.revision,
      lockVersion: demandes.lockVersion,
      applicantName: demandes.applicantName,
      beneficiaryName: demandes.beneficiaryName,
      submittedAt: demandes.submittedAt,
      dueAt: demandes.dueAt,
      closedAt: demandes.closedAt,
      updatedAt: demandes.updatedAt,
      isOpenedByGuest: openedByGuest(actor),
      claimedAt: demandes.claimedAt,
      anonymisedAt: demandes.anonymisedAt,
      invitedAt: demandes.invitedAt,
      filingId: demandes.filingId,
      demarche: {
        slug: demarches.slug,
        title: demarches.title,
        access: demarches.access,
        serviceName: services.name,
      },
      service: {
        name: services.name,
        organisation: organisations.name,
        address: services.address,
        phone: services.phone,
        email: services.email,
      },
      agentName: agents.name,
      answers: demandeRevisions.answers,
      movedBy: lastMover,
      waits: movesAround,
      hasOpenRevision: openRevisionExists,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(services, eq(services.id, demandes.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .innerJoin(
      demandeRevisions,
      and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, demandes.revision)),
    )
    .leftJoin(agents, eq(agents.id, demandes.agentId))
    .where(and(which, reachableBy(actor)))
    .limit(1);
  return row ?? null;
}

const lastMover = sql<HistoryActor | null>`(
  select ${demandeEvents.actor} from ${demandeEvents} where ${demandeEvents.demandeId} = ${demandes.id} order by ${desc(demandeEvents.id)} limit 1)`;

/** In and out of « incomplete », in their order: what the delays count from. */
const movesAround = sql<(Omit<Move, "at"> & { at: string })[]>`(
  select coalesce(json_agg(json_build_object('from', ${demandeEvents.fromStatus}, 'to', ${demandeEvents.toStatus}, 'at', ${demandeEvents.at}) order by ${demandeEvents.id}), '[]')
  from ${demandeEvents} where ${demandeEvents.demandeId} = ${demandes.id} and 'incomplete' in (${demandeEvents.fromStatus}, ${demandeEvents.toStatus}))`;

const openRevisionExists = sql<boolean>`exists (
  select 1 from ${demandeRevisions} open_one where open_one.demande_id = ${demandes.id} and open_one.submitted_at is null)`;
