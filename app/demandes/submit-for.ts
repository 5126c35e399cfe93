import type { Route } from "next";
import type { z } from "zod";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { correctContact } from "@/lib/demandes/commands/correct-contact";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import type { correctContactSchema, submitDemandeSchema } from "@/lib/demandes/schema";
import { done } from "@/lib/shared/result";
import { currentVisitor } from "@/lib/web/current-actor";

/** Files the demande; then, for who asked it without account (F33), sends the link that creates one, and then joins the demande to it. */
export async function submitFor(input: z.output<typeof submitDemandeSchema>) {
  const actor = await currentVisitor();
  const result = await submitDemande(actor, input);
  if (!result.ok) return result;
  const { demandeId, inviteEmail, number } = result.value;
  if (inviteEmail)
    await inviteAccount(actor, { email: inviteEmail, kind: "personal", returnTo: `/suivi/${number}/rattacher` });
  return done({ to: `/demandes/${demandeId}/confirmation` as Route });
}

/** The same for an address put right: the link that creates an account had gone to the wrong one. */
export async function correctContactFor(input: z.output<typeof correctContactSchema>) {
  const actor = await currentVisitor();
  const result = await correctContact(actor, input);
  if (!result.ok) return result;
  const { inviteEmail, number } = result.value;
  if (inviteEmail)
    await inviteAccount(actor, { email: inviteEmail, kind: "personal", returnTo: `/suivi/${number}/rattacher` });
  return done({ to: `/demandes/${input.demandeId}/confirmation` as Route });
}
