import { eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { invite } from "@/lib/accounts/access/invite-person";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import type { Work } from "@/lib/kernel/transact";
import type { Answers } from "@/lib/demarches/form";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { problemsOf } from "../answers";
import { applicantEmail } from "../draft/applicant";
import { findDraft } from "../queries/find-draft";
import { wantsAccount } from "../draft/wants-account";

/** F33: whether the link of an account goes with a demande filed without one: it was asked, and its address may receive one more letter. */
export async function mayInvite(actor: Actor, demandeId: DemandeId): Promise<boolean> {
  if (actor.kind !== "anonymous") return false;
  const draft = await findDraft(actor, demandeId);
  const email = draft?.mode === "new" ? invitedAddress(draft.answers) : null;
  if (!draft || email === null || Object.keys(problemsOf(draft)).length > 0) return false;
  return mayMail(email, "anyone");
}

/**
 * The link, in the transaction of the submission: a crash loses neither or both. Using it joins the demande (`openInvitedAccount`).
 * The demande remembers that it left, whatever became of it: nobody is told who has an account, or one that is frozen.
 */
export async function inviteApplicant(
  work: Pick<Work, "tx" | "record">,
  { id, number }: { id: DemandeId; number: string },
  answers: Answers,
): Promise<void> {
  const email = invitedAddress(answers);
  if (!email) return;
  await invite(work, { email, kind: "personal", returnTo: joinPath(number) });
  await work.tx.update(demandes).set({ invitedAt: clock.now() }).where(eq(demandes.id, id));
}

/**
 * What became of the account asked with a demande filed without one. « held »: too many letters had gone to its address, none left.
 * Null: none was asked when it was filed, or the demande is in one.
 */
export function invitationOf(demande: Invitable): "sent" | "held" | null {
  if (demande.accountId !== null || !wantsAccount(demande.answers)) return null;
  if (demande.invitedAt) return "sent";
  return demande.revision === 1 ? "held" : null;
}

type Invitable = { accountId: AccountId | null; answers: Answers; invitedAt: Date | null; revision: number };

/** Where an account joins a demande, by its number; what the link of an account remembers. */
export function joinPath(number: string): string {
  return `/suivi/${number}/rattacher`;
}

/** The number in such a path; null for any other place to go back to. */
export function numberToJoin(path: string | null): string | null {
  return /^\/suivi\/([0-9A-Z-]{1,40})\/rattacher$/.exec(path ?? "")?.[1] ?? null;
}

function invitedAddress(answers: Answers): string | null {
  return wantsAccount(answers) ? applicantEmail(answers) : null;
}
