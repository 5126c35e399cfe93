import type { Route } from "next";
import type { z } from "zod";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { correctContact } from "@/lib/demandes/commands/correct-contact";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import { findFilingAddress } from "@/lib/demandes/queries/find-filing-address";
import { onlyDemandeSchema, type correctContactSchema, type submitDemandeSchema } from "@/lib/demandes/schema";
import { done } from "@/lib/shared/result";
import { currentVisitor } from "@/lib/web/current-actor";
import type { FlatForm } from "@/lib/web/form-data";
import type { KnownAddress } from "@/lib/web/robot";

/** Where the code of the robot check goes: to the address that the demande gives, whatever the form says. */
export async function filingAddress(flat: FlatForm): Promise<KnownAddress | null> {
  const parsed = onlyDemandeSchema.safeParse({ demandeId: flat.demandeId });
  return parsed.success ? findFilingAddress(await currentVisitor(), parsed.data.demandeId) : null;
}

/** Files the demande; then, for who asked it without account (F33), sends the link that creates one, and then joins the demande to it. */
export async function submitFor(input: z.output<typeof submitDemandeSchema>) {
  const actor = await currentVisitor();
  const result = await submitDemande(actor, input);
  return result.ok ? confirmed(actor, { ...result.value, demandeId: input.demandeId }) : result;
}

/** The same for an address put right: the link that creates an account had gone to the wrong one. */
export async function correctContactFor(input: z.output<typeof correctContactSchema>) {
  const actor = await currentVisitor();
  const result = await correctContact(actor, input);
  return result.ok ? confirmed(actor, { ...result.value, demandeId: input.demandeId }) : result;
}

type Visitor = Awaited<ReturnType<typeof currentVisitor>>;
type Confirmed = { demandeId: string; number: string; inviteEmail: string | null };

async function confirmed(actor: Visitor, { demandeId, number, inviteEmail }: Confirmed) {
  if (inviteEmail)
    await inviteAccount(actor, { email: inviteEmail, kind: "personal", returnTo: `/suivi/${number}/rattacher` });
  return done({ to: `/demandes/${demandeId}/confirmation` as Route });
}
