import { and, asc, eq, isNull } from "drizzle-orm";
import { correctionItems, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { servicesChosen } from "@/lib/demarches/rules/forwarding";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { isoDay } from "@/lib/shared/dates";
import type { DemandeId } from "@/lib/shared/ids";
import { inRevision, listFiles } from "../files/attached-files";
import { correctionOf, openPaths } from "../revision/correction";
import { formContext } from "../draft/form-context";
import { lastFiled } from "../revision/open-revision";
import { destination } from "../filing/destination";
import { demandeLimits, eraseDay } from "../rules/limits";
import { canChange, canDelete, canSubmit } from "../policy";
import { whyNotNow } from "../moves/quota";
import type { Recipient } from "../filing/recipients";
import { openedByGuest, ownedBy } from "../access/scope";
import { toStep, type CorrectionView, type DraftMode, type DraftView } from "../types/demande";

/** The open form of a demande, for its owner; throws NotFound when there is none, or it is somebody else's. */
export async function getDraft(actor: Actor, demandeId: DemandeId): Promise<DraftView> {
  const draft = await findDraft(actor, demandeId);
  if (!draft) throw new NotFound();
  return draft;
}

/** The open form of a demande, for its owner; null when the demande is absent, somebody else's, or has no open form. */
export async function findDraft(actor: Actor, demandeId: DemandeId): Promise<DraftView | null> {
  const row = await readRow(actor, demandeId);
  if (!row || !canChange(actor, row)) return null;
  const { definition } = await getVersion(row.versionId);
  const filed = await lastFiled(database(), { ...row, revision: row.lastRevision });
  const [{ people: _, reached, ...context }, attachments, corrections] = await Promise.all([
    formContext(database(), row.accountId, definition, filed),
    listFiles(database(), inRevision(demandeId, row.open.number)),
    row.status === "incomplete" ? listCorrections(demandeId, row.lastRevision) : [],
  ]);
  const correction = correctionOf(filed);
  // By the account alone: an address that is only typed must not tell what its owner filed.
  const person = { accountId: row.accountId, contactHashes: [] };
  const unavailable =
    row.status === "draft" ? await whyNotNow(database(), row.rules, person, isoDay(clock.now())) : null;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    mode: modeOf(row.status),
    demarche: row.demarche,
    versionId: row.versionId,
    definition,
    context,
    answers: row.open.answers,
    startedAt: row.createdAt,
    edition: row.open.edition,
    revision: row.open.number,
    step: toStep(row.step),
    savedAt: row.open.updatedAt,
    erasedOn:
      row.status === "draft"
        ? eraseDay(row.updatedAt, { isGuest: row.accountId === null, hasFiles: attachments.length > 0 })
        : null,
    daysWithFiles: row.status === "draft" && row.accountId === null ? demandeLimits.guestFilesDays : null,
    belongsToAccount: row.accountId !== null,
    attachments,
    corrections,
    openPaths: correction ? openPaths(correction, definition, row.open.answers, context) : null,
    filed,
    statusReason: row.statusReason,
    unavailable,
    recipients: filed ? [row.demarche.serviceName] : recipientsOf(row, definition, reached),
    can: {
      submit: canSubmit(actor, row),
      delete: canDelete(actor, row),
      useWallet: actor.kind === "citizen",
    },
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

/** Those chosen and reached, as the form stands; the one of the démarche where none is to be chosen, or none is chosen yet. */
function recipientsOf(
  { open, demarche }: Row,
  definition: DemarcheDefinition,
  reached: readonly Recipient[],
): string[] {
  const chosen = servicesChosen(definition, open.answers);
  const names = chosen.flatMap(({ service }) => reached.find(({ slug }) => slug === service)?.name ?? []);
  return names.length > 0 ? names : [demarche.serviceName];
}

async function readRow(actor: Actor, demandeId: DemandeId) {
  const [row] = await database()
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      statusReason: demandes.statusReason,
      accountId: demandes.accountId,
      serviceId: demandes.serviceId,
      versionId: demandes.versionId,
      lastRevision: demandes.revision,
      step: demandes.step,
      createdAt: demandes.createdAt,
      updatedAt: demandes.updatedAt,
      isOpenedByGuest: openedByGuest(actor),
      claimedAt: demandes.claimedAt,
      anonymisedAt: demandes.anonymisedAt,
      demarche: {
        slug: demarches.slug,
        title: demarches.title,
        access: demarches.access,
        serviceName: services.name,
      },
      rules: {
        id: demarches.id,
        season: demarches.season,
        opensOn: demarches.opensOn,
        closesOn: demarches.closesOn,
        quota: demarches.quota,
        quotaUsed: demarches.quotaUsed,
        quotaPerPerson: demarches.quotaPerPerson,
      },
      open: {
        number: demandeRevisions.number,
        answers: demandeRevisions.answers,
        edition: demandeRevisions.edition,
        updatedAt: demandeRevisions.updatedAt,
      },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(services, eq(services.id, destination))
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), isNull(demandeRevisions.submittedAt)))
    .where(and(eq(demandes.id, demandeId), ownedBy(actor)))
    .limit(1);
  return row ?? null;
}

function modeOf(status: DraftView["status"]): DraftMode {
  if (status === "draft") return "new";
  return status === "incomplete" ? "correction" : "change";
}

/** What the service found wanting in a revision, in the order of the paths. */
export async function listCorrections(demandeId: DemandeId, revision: number): Promise<CorrectionView[]> {
  return database()
    .select({ fieldPath: correctionItems.fieldPath, reason: correctionItems.reason, comment: correctionItems.comment })
    .from(correctionItems)
    .where(and(eq(correctionItems.demandeId, demandeId), eq(correctionItems.revision, revision)))
    .orderBy(asc(correctionItems.fieldPath));
}
