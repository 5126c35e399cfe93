import { demandeRevisions } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { forgetFailedMailsAbout } from "@/lib/letters/outbox/forget-mails";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact, type Work } from "@/lib/kernel/transact";
import { applicantSectionKey, type Answers } from "@/lib/demarches/form";
import { getVersion } from "@/lib/demarches/queries/get-version";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { acknowledge, type Acknowledged } from "../filing/acknowledge";
import { aboutDemande } from "../moves/announce";
import { applicantEmail } from "../draft/applicant";
import { listCurrentFiles } from "../files/attached-files";
import { lockTogether } from "../access/companions";
import { contactHashOf } from "../access/contact-hash";
import { countingFiled } from "../rules/delays";
import { whyContactStands, type ContactStands } from "../access/contact-correction";
import { voidFollowLinks } from "../access/follow-link";
import { inviteApplicant } from "../filing/invite-applicant";
import { lockDemande, type LockedDemande } from "../moves/lock-demande";
import { moveTo } from "../moves/move-to";
import { submittedAnswersOf } from "../revision/open-revision";
import { isOwner } from "../policy";
import type { CorrectContact } from "../schema/citizen";

export type CorrectContactRefusal = ContactStands | "same_address" | "too_many";
type Corrected = { number: string };

/**
 * The address given without account was mistyped: its applicant puts it right, once, in the day of the filing and before any
 * letter was opened. Another revision says so, the acknowledgement leaves again, the links sent before open nothing, and the
 * first address is told that it no longer counts: whoever it belongs to learns of it. The link of an account, asked with the demande, leaves again too.
 */
export async function correctContact(
  actor: Actor,
  { demandeId, email }: CorrectContact,
): Promise<Result<Corrected, CorrectContactRefusal>> {
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record }) => {
    const others = await lockTogether(tx, demandeId);
    const demande = await lockDemande(tx, actor, demandeId);
    if (actor.kind !== "anonymous" || !isOwner(actor, demande) || demande.number === null) throw new NotFound();
    const stands = await whyContactStands(tx, demande);
    if (stands) return refuse(stands);
    const before = await submittedAnswersOf(tx, demandeId, demande.revision);
    const old = applicantEmail(before);
    if (contactHashOf(email) === contactHashOf(old)) return refuse("same_address");
    if (!isMailAllowed) return refuse("too_many");

    const answers = withEmail(before, email);
    const replaced = await replace(tx, actor, demande, answers, email);
    const companions = await replaceCompanions({ tx, record }, actor, others, email);
    await acknowledge(tx, [replaced, ...companions], "filed");
    if (old) await tellFirstAddress(tx, demande, old);
    await record("demande.contact_corrected", demandeId);
    await inviteApplicant({ tx, record }, { id: demandeId, number: demande.number }, answers);
    return done({ number: demande.number });
  });
}

function withEmail(answers: Answers, email: string): Answers {
  const section = answers[applicantSectionKey];
  if (typeof section !== "object" || section === null) throw new Invariant("a filed demande without applicant");
  return { ...answers, [applicantSectionKey]: { ...section, email } };
}

/** What was filed with it had the same mistyped address: put right with it, as far as it may be. */
async function replaceCompanions(
  { tx, record }: Pick<Work, "tx" | "record">,
  actor: Actor,
  ids: readonly DemandeId[],
  email: string,
): Promise<Acknowledged[]> {
  const replaced: Acknowledged[] = [];
  for (const id of ids) {
    const demande = await lockDemande(tx, actor, id);
    if (!isOwner(actor, demande) || (await whyContactStands(tx, demande))) continue;
    const answers = withEmail(await submittedAnswersOf(tx, id, demande.revision), email);
    replaced.push(await replace(tx, actor, demande, answers, email));
    await record("demande.contact_corrected", id);
  }
  return replaced;
}

/** What was filed stays as it was filed (T7): the right address makes another revision, to be acknowledged; the links sent before open nothing, and what failed at the first address is replaced. */
async function replace(
  tx: Tx,
  actor: Actor,
  demande: LockedDemande,
  answers: Answers,
  email: string,
): Promise<Acknowledged> {
  const { number, submittedAt } = demande;
  if (number === null || submittedAt === null) throw new Invariant("a filed demande without its number");
  const revision = demande.revision + 1;
  const now = clock.now();
  await voidFollowLinks(tx, demande.id);
  await forgetFailedMailsAbout(tx, demande.id);
  await tx
    .insert(demandeRevisions)
    .values({ demandeId: demande.id, number: revision, answers, createdAt: now, updatedAt: now, submittedAt: now });
  await moveTo(tx, actor, demande, "pending", {
    revision,
    set: { revision, contactHash: contactHashOf(email), contactCorrectedAt: now },
  });
  const { definition } = await getVersion(demande.versionId, tx);
  const files = await listCurrentFiles(tx, demande.id, revision);
  const { applicantName: applicant, beneficiaryName: beneficiary } = demande;
  return {
    ...demande,
    number,
    definition,
    answers,
    files,
    applicant,
    beneficiary,
    receivedAt: submittedAt,
    counting: countingFiled(submittedAt),
    revision,
  };
}

/** Nothing of the new address: the first one may be a stranger's. */
async function tellFirstAddress(tx: Tx, demande: LockedDemande, to: string): Promise<void> {
  const key = `demande:${demande.id}:contact:${clock.now().getTime()}`;
  await post(tx, "demande.contact", aboutDemande(demande, "/suivi"), { to, name: null, accountId: null, key });
}
