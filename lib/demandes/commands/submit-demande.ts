import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { checkDemande, submittedAnswers } from "@/lib/demarches/answers";
import { diffAnswers } from "@/lib/demarches/summary";
import type { FieldErrors } from "@/lib/shared/form-state";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { applicantEmail } from "../draft/applicant";
import { judgedOf, keepAsFiled } from "../draft/as-filed";
import { listCurrentFiles } from "../files/attached-files";
import { strangerErrors } from "../draft/beneficiary";
import { contactHashesOf } from "../access/contact-hash";
import { fileDemande, type Filing, type Prepared } from "../filing/file-demande";
import { inviteApplicant, mayInvite } from "../filing/invite-applicant";
import { keepNewAddress, type KeptAddress } from "../draft/keep-new-address";
import { lockDemande } from "../moves/lock-demande";
import { readDraft, type LockedDraft } from "../draft/lock-draft";
import { canSubmit, isOwner } from "../policy";
import { rulesOf, takePlace, type QuotaRefusal } from "../moves/quota";
import { sharesOf } from "../filing/recipients";
import type { SubmitDemande } from "../schema/citizen";
import type { AttachmentView } from "../types/demande";

export type SubmitRefusal = QuotaRefusal | "invalid" | "robot_check" | "not_editable" | "nothing_changed" | "stale";

export type Submitted = {
  demandeId: DemandeId;
  number: string;
  /** What became of the account's address, when that was asked: « held » waits for an agent (T11), « later » is for the day of the move. */
  address?: KeptAddress;
};

/**
 * Files the open revision: a draft waits for an agent, a change too, a correction is « rectifié ». Checks a first filing whole,
 * then what may have changed alone (decision 031); takes a place of the quota, freezes answers and files, gives the number, writes the history, queues the
 * acknowledgement; and the link of an account, for who asked it without one (F33). A form that chooses services makes a demande for
 * each (decision 033), one acknowledgement for all. Submitting the same revision again answers the same number and does nothing more.
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

    const prepared = await prepare(tx, draft);
    const errors = errorsIn(draft, prepared);
    if (Object.keys(errors).length > 0) return refuse("invalid", errors);
    const admitted = await admit(tx, actor, draft, prepared, input);
    if (!admitted.ok) return admitted;

    const filing = admitted.value;
    const number = await fileDemande({ tx, record }, actor, draft, filing);
    const submitted = { demandeId: demande.id, number };
    if (filing.submission !== "filed") return done(submitted);
    if (isInvited) await inviteApplicant({ tx, record }, { id: demande.id, number }, filing.answers);
    if (input.updatesAccount !== "yes") return done(submitted);
    const address = await keepNewAddress({ tx, record, unrecorded }, actor, draft, filing.answers);
    return address.ok ? done({ ...submitted, address: address.value }) : address;
  });
}

async function prepare(tx: Tx, draft: LockedDraft): Promise<Prepared> {
  const { demande, definition, context, open } = draft;
  const submission = demande.status === "draft" ? "filed" : demande.status === "pending" ? "changed" : "corrected";
  const answers = submittedAnswers(definition, keepAsFiled(draft, open.answers), context);
  const files = await listCurrentFiles(tx, demande.id, open.number);
  return { submission, answers, files, at: clock.now() };
}

function errorsIn(draft: LockedDraft, { answers, files }: Prepared): FieldErrors {
  const { definition, context, filed } = draft;
  return {
    ...checkDemande(definition, answers, files, context, judgedOf(draft, answers)),
    ...strangerErrors(answers, filed?.answers ?? {}, context.people),
  };
}

/** In a correction, the first point that the service named: `$named`, its path. */
function firstNamed({ correction }: LockedDraft): Readonly<Record<string, string>> | undefined {
  const [path] = correction?.flagged ?? [];
  return path === undefined ? undefined : { $named: path };
}

/** With its places, for a first filing. */
async function admit(
  tx: Tx,
  actor: Actor,
  draft: LockedDraft,
  filing: Prepared,
  input: SubmitDemande,
): Promise<Result<Filing, SubmitRefusal>> {
  const { demande } = draft;
  if (filing.submission !== "filed")
    return (await isUnchanged(tx, draft, filing)) ? refuse("nothing_changed", firstNamed(draft)) : done(filing);
  if (actor.kind === "anonymous" && input.robot !== "passed") return refuse("robot_check");
  const rules = await rulesOf(tx, demande.demarcheId);
  if (!rules) throw new Invariant("a demande without its démarche");
  const person = { accountId: demande.accountId, contactHashes: contactHashesOf(applicantEmail(filing.answers)) };
  const taken = await takePlace(tx, rules, person, demande.id, filing.at, sharesOf(draft, filing.answers).length);
  return taken.ok ? done({ ...filing, taken: { place: taken.value } }) : taken;
}

async function isUnchanged(
  tx: Tx,
  { demande, definition, context, filed }: LockedDraft,
  filing: Prepared,
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
