import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { lockHeld } from "../change-held";
import type { SaveContact } from "../schema";
import { writeProfile } from "../write-profile";

/**
 * Saves the rubric « Moyens de contact » (F20, F25, F70). To prefer the telephone there must be one. Never waits for an agent:
 * T11 holds identity and address alone. Refuses `invalid` (details: errors by field).
 */
export async function saveContact(actor: Citizen, { phone, mobile, preferredContact }: SaveContact) {
  if (preferredContact === "phone" && phone === "" && mobile === "")
    return refuse("invalid", {
      preferredContact: "Indiquez un téléphone ou un mobile, ou choisissez un autre moyen de contact.",
    });

  return transact(actor, async ({ tx, record }) => {
    await lockHeld(tx, actor.accountId);
    await writeProfile(tx, actor.accountId, { phone: phone || null, mobile: mobile || null, preferredContact });
    await record("account.profile_changed", actor.accountId);
    return done(null);
  });
}
