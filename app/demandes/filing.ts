import type { Route } from "next";
import { findFilingAddress } from "@/lib/demandes/queries/find-filing-address";
import { onlyDemandeSchema, type OnlyDemande } from "@/lib/demandes/schema/citizen";
import { currentVisitor } from "@/lib/web/session/current-actor";
import type { FlatForm } from "@/lib/web/form/form-data";
import type { DemandeId } from "@/lib/shared/ids";
import { isCodeAwaited, type KnownAddress } from "@/lib/web/form/robot";

/** Where the code of the robot check goes: to the address that the demande gives, whatever the form says. */
export async function filingAddress(flat: FlatForm): Promise<KnownAddress | null> {
  const parsed = onlyDemandeSchema.safeParse({ demandeId: flat.demandeId });
  return parsed.success ? findFilingAddress(await currentVisitor(), parsed.data.demandeId) : null;
}

/** Whether a code sent to the address of this demande may still be typed in this browser. */
export async function isFilingCodeAwaited(demandeId: DemandeId): Promise<boolean> {
  const known = await findFilingAddress(await currentVisitor(), demandeId);
  return known?.email ? isCodeAwaited(known.email) : false;
}

/** Where one is led once it is filed. */
export function confirmationOf({ demandeId }: OnlyDemande): Route {
  return `/demandes/${demandeId}/confirmation` as Route;
}
