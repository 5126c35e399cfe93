import type { Route } from "next";
import type { z } from "zod";
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

/** Files the demande; the link of an account, where it was asked, leaves with it (F33). */
export async function submitFor(input: z.output<typeof submitDemandeSchema>) {
  const result = await submitDemande(await currentVisitor(), input);
  return result.ok ? done({ to: confirmationOf(input), address: result.value.address }) : result;
}

/** Puts the applicant's address right: what had gone to the wrong one leaves again. */
export async function correctContactFor(input: z.output<typeof correctContactSchema>) {
  const result = await correctContact(await currentVisitor(), input);
  return result.ok ? done({ to: confirmationOf(input) }) : result;
}

function confirmationOf({ demandeId }: { demandeId: string }): Route {
  return `/demandes/${demandeId}/confirmation` as Route;
}
