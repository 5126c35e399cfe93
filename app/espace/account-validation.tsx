import { ValidationNotice } from "@/components/accounts/validation-notice";
import { findOwnValidation } from "@/lib/accounts/queries/find-own-validation";
import { requireCitizen } from "@/lib/web/session/current-actor";

/** Where the town validates accounts: what was said of this one. */
export async function AccountValidation() {
  const own = await findOwnValidation(await requireCitizen());
  return own ? <ValidationNotice {...own} /> : null;
}
