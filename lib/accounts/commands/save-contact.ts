import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { readChange } from "@/lib/shared/kept-value";
import { done, refuse } from "@/lib/shared/result";
import { lockHeld } from "../profile/change-held";
import { phonePieces, type SaveContact } from "../schema/citizen";
import { writeProfile } from "../profile/write-profile";

/**
 * Saves the rubric « Moyens de contact » (F20, F25, F70). To prefer the telephone there must be one. Never waits for an agent:
 * T11 holds identity and address alone. A number that stays is not judged again. Refuses `invalid` (details: errors by field).
 */
export async function saveContact(actor: Citizen, { preferredContact, ...typed }: SaveContact) {
  if (preferredContact === "phone" && typed.phone === "" && typed.mobile === "")
    return refuse("invalid", {
      preferredContact: "Indiquez un téléphone ou un mobile, ou choisissez un autre moyen de contact.",
    });

  return transact(actor, async ({ tx, record }) => {
    const { phone: phoneKept, mobile: mobileKept } = await lockHeld(tx, actor.accountId);
    const read = readChange(phonePieces, typed, { phone: [phoneKept], mobile: [mobileKept] });
    if (!read.ok) return read;
    const { phone, mobile } = read.value;
    await writeProfile(tx, actor.accountId, { phone: phone || null, mobile: mobile || null, preferredContact });
    await record("account.profile_changed", actor.accountId);
    return done(null);
  });
}
