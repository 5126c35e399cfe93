import { and, eq, isNull, ne } from "drizzle-orm";
import { attachments, demandeRevisions } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { checkDemande, submittedAnswers } from "@/lib/demarches/answers";
import type { Answers } from "@/lib/demarches/form";
import { diffAnswers } from "@/lib/demarches/summary";
import type { FieldErrors } from "@/lib/shared/form-state";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { acknowledge, type Submission } from "../acknowledge";
import { applicantEmail, applicantName } from "../applicant";
import { judgedOf, keepAsFiled } from "../as-filed";
import { listCurrentFiles } from "../attached-files";
import { beneficiaryName, relationOf, strangerErrors } from "../beneficiary";
import { contactHashesOf } from "../contact";
import { countingOf } from "../counting";
import { countingFiled } from "../delays";
import { inviteApplicant, mayInvite } from "../invite-applicant";
import { lockDemande } from "../lock-demande";
import { readDraft, type LockedDraft } from "../lock-draft";
import { moveTo } from "../move-to";
import { canSubmit, isOwner } from "../policy";
import { rulesOf, takePlace, type QuotaRefusal } from "../quota";
import type { SubmitDemande } from "../schema";
import { submitsTo } from "../status";
import { filedColumns, freeNumber } from "../submission";
import type { AttachmentView } from "../types";

export type SubmitRefusal = QuotaRefusal | "invalid" | "robot_check" | "not_editable" | "nothing_changed" | "stale";

export type Submitted = {
  demandeId: DemandeId;
  number: string;
};

/**
 * Files the open revision: a draft waits for an agent, a change too, a correction is « rectifié ». Checks a first filing whole,
 * then what may have changed alone (decision 031); takes a place of the quota, freezes answers and files, gives the number, writes the history, queues the
 * acknowledgement; and the link of an account, for who asked it without one (F33). Submitting the same revision again answers the same number and does nothing more.
 */
export async function submitDemande(actor: Actor, input: SubmitDemande): Promise<Result<Submitted, SubmitRefusal>> {
  const isInvited = await mayInvite(actor, input.demandeId);
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const demande = await lockDemande(tx, actor, input.demandeId);
    if (!isOwner(actor, demande)) throw new NotFound();
    if (demande.number !== null && demande.revision >= input.revision) {
      unrecorded("this revision was already submitted");
      return done({ demandeId: demande.id, number: demande.number });
    }
    const draft = canSubmit(actor, demande) ? await readDraft(tx, demande) : null;
    if (!draft || draft.open.number !== input.revision) return refuse("not_editable");
    if (input.edition !== undefined && draft.open.edition !== input.edition)
      return refuse("stale", { $edition: String(draft.open.edition) });

    const filing = await prepare(tx, draft);
    const errors = errorsIn(draft, filing);
    if (Object.keys(errors).length > 0) return refuse("invalid", errors);
    const refusal = await whyNot(tx, actor, draft, filing, input);
    if (refusal) return refuse(refusal);

    const number = await file(tx, actor, draft, filing);
    await record(verbOf[filing.submission], demande.id, { revision: draft.open.number, files: filing.files.length });
    if (isInvited && filing.submission === "filed") await inviteApplicant({ tx, record }, filing.answers, number);
    return done({ demandeId: demande.id, number });
  });
}

type Filing = { submission: Submission; answers: Answers; files: readonly AttachmentView[]; at: Date };

const verbOf = { filed: "demande.submitted", changed: "demande.revised", corrected: "demande.corrected" } as const;

async function prepare(tx: Tx, draft: LockedDraft): Promise<Filing> {
  const { demande, definition, context, open } = draft;
  const submission = demande.status === "draft" ? "filed" : demande.status === "pending" ? "changed" : "corrected";
  const answers = submittedAnswers(definition, keepAsFiled(draft, open.answers), context);
  return { submission, answers, files: await listCurrentFiles(tx, demande.id, open.number), at: clock.now() };
}

function errorsIn(draft: LockedDraft, { answers, files }: Filing): FieldErrors {
  const { definition, context, filed } = draft;
  return {
    ...checkDemande(definition, answers, files, context, judgedOf(draft, answers)),
    ...strangerErrors(answers, filed?.answers ?? {}, context.people),
  };
}

async function whyNot(
  tx: Tx,
  actor: Actor,
  draft: LockedDraft,
  filing: Filing,
  input: SubmitDemande,
): Promise<SubmitRefusal | null> {
  const { demande } = draft;
  if (filing.submission !== "filed") return (await isUnchanged(tx, draft, filing)) ? "nothing_changed" : null;
  if (actor.kind === "anonymous" && input.robot !== "passed") return "robot_check";
  const rules = await rulesOf(tx, demande.demarcheId);
  if (!rules) throw new Invariant("a demande without its démarche");
  const person = { accountId: demande.accountId, contactHashes: contactHashesOf(applicantEmail(filing.answers)) };
  return takePlace(tx, rules, person, demande.id, filing.at);
}

async function isUnchanged(
  tx: Tx,
  { demande, definition, context, filed }: LockedDraft,
  filing: Filing,
): Promise<boolean> {
  const before = { answers: filed?.answers ?? {}, files: await listCurrentFiles(tx, demande.id, demande.revision) };
  const sameFiles = fileIds(before.files) === fileIds(filing.files);
  return sameFiles && diffAnswers(definition, before, filing, context).length === 0;
}

function fileIds(files: readonly AttachmentView[]): string {
  return files
    .map(({ id }) => id)
    .sort()
    .join();
}

async function file(tx: Tx, actor: Actor, draft: LockedDraft, filing: Filing): Promise<string> {
  const { demande, open, definition, context } = draft;
  const to = submitsTo(demande.status);
  if (!to) throw new Invariant(`nothing to submit from ${demande.status}`);
  await freeze(tx, draft, filing);
  const number = demande.number ?? (await freeNumber(tx, filing.at));
  const applicant = applicantName(filing.answers);
  const beneficiary = beneficiaryName(filing.answers);
  const counting = await countingAt(tx, demande, filing);
  const set = filedColumns({
    ...filing,
    counting,
    definition,
    number,
    revision: open.number,
    applicant,
    beneficiary,
    submittedAt: demande.submittedAt,
  });
  await moveTo(tx, actor, demande, to, {
    revision: open.number,
    set: { ...set, relationId: relationOf(filing.answers, context.people) },
  });
  await acknowledge(
    tx,
    {
      ...demande,
      ...filing,
      number,
      definition,
      applicant,
      beneficiary,
      receivedAt: filing.at,
      counting,
      revision: open.number,
    },
    filing.submission,
  );
  return number;
}

/** Nothing was missing to what is filed, or changed while it waits. */
async function countingAt(tx: Tx, { id, submittedAt }: LockedDraft["demande"], { submission, at }: Filing) {
  const filedAt = submittedAt ?? at;
  return submission === "corrected" ? countingOf(tx, id, filedAt, at) : countingFiled(filedAt);
}

/** What was filed stays as it was filed (T7): answers, and files. */
async function freeze(tx: Tx, { demande, open }: LockedDraft, { answers, at }: Filing): Promise<void> {
  const closed = await tx
    .update(demandeRevisions)
    .set({ answers, submittedAt: at, updatedAt: at, edition: open.edition + 1 })
    .where(
      and(
        eq(demandeRevisions.demandeId, demande.id),
        eq(demandeRevisions.number, open.number),
        isNull(demandeRevisions.submittedAt),
      ),
    )
    .returning({ number: demandeRevisions.number });
  if (closed.length === 0) throw new Invariant("an open revision was closed under its lock");
  await tx
    .update(attachments)
    .set({ isFrozen: true })
    .where(
      and(eq(attachments.demandeId, demande.id), eq(attachments.isFrozen, false), ne(attachments.origin, "answer")),
    );
}
