import { invite } from "@/lib/accounts/invite";
import type { Actor } from "@/lib/kernel/actor";
import { mayMail } from "@/lib/kernel/mail-limits";
import type { Work } from "@/lib/kernel/transact";
import type { Answers } from "@/lib/demarches/form";
import type { DemandeId } from "@/lib/shared/ids";
import { problemsOf } from "./answers";
import { applicantEmail } from "./applicant";
import { findDraft } from "./queries/find-draft";
import { wantsAccount } from "./wants-account";

/** F33: whether the link of an account goes with a demande filed without one: it was asked, and its address may receive one more letter. */
export async function mayInvite(actor: Actor, demandeId: DemandeId): Promise<boolean> {
  if (actor.kind !== "anonymous") return false;
  const draft = await findDraft(actor, demandeId);
  const email = draft?.mode === "new" ? invitedAddress(draft.answers) : null;
  if (!draft || email === null || Object.keys(problemsOf(draft)).length > 0) return false;
  return mayMail(email, "anyone");
}

/** The link, in the transaction of the submission: a crash loses neither or both. Using it joins the demande (`openInvitedAccount`). */
export async function inviteApplicant(
  work: Pick<Work, "tx" | "record">,
  answers: Answers,
  number: string,
): Promise<void> {
  const email = invitedAddress(answers);
  if (email) await invite(work, { email, kind: "personal", returnTo: joinPath(number) });
}

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
