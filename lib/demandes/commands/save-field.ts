import { and, eq, isNull, sql } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { parseField } from "@/lib/demarches/answers";
import { beneficiarySectionKey, type Answers, type DemarcheDefinition, type Step } from "@/lib/demarches/form";
import { setAnswer } from "@/lib/demarches/fields/paths";
import { stepOfPath } from "@/lib/demarches/sections";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { isoDay } from "@/lib/shared/dates";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { fillBeneficiary } from "../draft/beneficiary";
import { contextAsFiled, judgedOf, keepAsFiled } from "../draft/as-filed";
import { correctionOf, isOpenPath, keepOpen, openPaths, type Filed } from "../revision/correction";
import { formContext, type DemandeContext } from "../draft/form-context";
import { lastFiled } from "../revision/open-revision";
import { ownedBy } from "../access/scope";
import type { SaveField } from "../schema/citizen";
import { officialCommunes } from "../draft/official-communes";
import { canEdit } from "../status";

export type SavedField = { edition: number; savedAt: Date; error: string | null };
export type SaveFieldRefusal = "stale" | "not_editable" | "unknown_field" | "not_flagged";

/**
 * Autosave of one field, as typed, right or wrong (`error` says what is wrong). Two statements for an ordinary field, no
 * transaction held open: the one that writes carries its own conditions, so neither a stale tab nor a save that arrives
 * after the submission changes anything.
 */
export async function saveField(actor: Actor, input: SaveField): Promise<Result<SavedField, SaveFieldRefusal>> {
  const draft = await readDraft(actor, input.demandeId);
  if (!draft.open || !canEdit(draft.status)) return refuse("not_editable");
  if (draft.open.edition !== input.edition) return refuse("stale", { $edition: String(draft.open.edition) });

  const { definition } = await getVersion(draft.versionId);
  const filed = await lastFiled(database(), draft);
  const context = await contextFor(draft, definition, input.path, filed);
  const read = parseField(definition, input.path, await officialCommunes(input.value), context);
  if (!read) return refuse("unknown_field");
  const correction = correctionOf(filed);
  const open = correction ? openPaths(correction, definition, draft.open.answers, context) : null;
  if (open && !isOpenPath(input.path, open)) return refuse("not_flagged");
  const typed = setAnswer(draft.open.answers, input.path, read.value);
  const filled = fillBeneficiary(typed, draft.open.answers, context.people, filed !== null);
  const form = { definition, context, filed };
  const answers = keepAsFiled(form, open ? keepOpen(draft.open.answers, filled, open) : filled);

  const savedAt = clock.now();
  const edition = await write(actor, input, answers, stepOfPath(definition, input.path), savedAt);
  if (edition === null) return refuse("stale");
  const error = judgedOf(form, answers)(input.path) ? (read.error ?? null) : null;
  return done({ edition, savedAt, error });
}

async function readDraft(actor: Actor, demandeId: DemandeId) {
  const [row] = await database()
    .select({
      id: demandes.id,
      status: demandes.status,
      accountId: demandes.accountId,
      versionId: demandes.versionId,
      revision: demandes.revision,
      open: { answers: demandeRevisions.answers, edition: demandeRevisions.edition },
    })
    .from(demandes)
    .leftJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), isNull(demandeRevisions.submittedAt)))
    .where(and(eq(demandes.id, demandeId), ownedBy(actor)))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}

type Draft = Awaited<ReturnType<typeof readDraft>>;

/** Relations are read only for « Le bénéficiaire », the one section that looks at them. */
async function contextFor(
  { accountId }: Draft,
  definition: DemarcheDefinition,
  path: string,
  filed: Filed | null,
): Promise<DemandeContext> {
  if (path.startsWith(`${beneficiarySectionKey}.`)) return formContext(database(), accountId, definition, filed);
  const context = { today: isoDay(clock.now()), isSignedIn: accountId !== null, people: [], reached: [] };
  return filed ? contextAsFiled<DemandeContext>(context, filed) : context;
}

/**
 * One statement. It locks the demande first, as every command does, then writes the open revision if it is still open and
 * still at that edition; the draft opens again at the step of the field. Null: somebody wrote in between.
 */
async function write(
  actor: Actor,
  { demandeId, edition }: SaveField,
  answers: Answers,
  step: Step,
  at: Date,
): Promise<number | null> {
  const now = at.toISOString();
  const rows = await database().execute<{ edition: number }>(sql`
    with locked as materialized (
      select ${demandes.id} as id from ${demandes} where ${demandes.id} = ${demandeId} and ${ownedBy(actor)} for update
    ), written as (
      update ${demandeRevisions} set answers = ${JSON.stringify(answers)}::jsonb, edition = edition + 1, updated_at = ${now}::timestamptz
      from locked
      where ${demandeRevisions.demandeId} = locked.id and ${demandeRevisions.edition} = ${edition} and ${demandeRevisions.submittedAt} is null
      returning ${demandeRevisions.demandeId} as demande_id, ${demandeRevisions.edition} as edition
    )
    update ${demandes} set updated_at = ${now}::timestamptz, step = ${step} from written where ${demandes.id} = written.demande_id
    returning written.edition as edition`);
  return rows[0]?.edition ?? null;
}
