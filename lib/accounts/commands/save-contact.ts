import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { lockHeld } from "../change-held";
import { toInternationalPhone } from "../phone";
import type { SaveContact } from "../schema";
import { writeProfile } from "../write-profile";

/**
 * Saves the rubric « Moyens de contact » (F20, F25, F70). Telephones are stored in international form; to prefer the
 * telephone there must be one. Never waits for an agent: T11 holds identity and address alone. Refuses `invalid`
 * (details: errors by field).
 */
export async function saveContact(actor: Citizen, input: SaveContact) {
  const { phone, mobile, errors } = readPhones(input);
  if (input.preferredContact === "phone" && input.phone === "" && input.mobile === "")
    errors.preferredContact = "Indiquez un téléphone ou un mobile, ou choisissez un autre moyen de contact.";
  if (Object.keys(errors).length > 0) return refuse("invalid", errors);

  return transact(actor, async ({ tx, record }) => {
    await lockHeld(tx, actor.accountId);
    await writeProfile(tx, actor.accountId, { phone, mobile, preferredContact: input.preferredContact });
    await record("account.profile_changed", actor.accountId);
    return done(null);
  });
}

function readPhones(input: SaveContact) {
  const errors: Record<string, string> = {};
  const read = (name: "phone" | "mobile") => {
    if (input[name] === "") return null;
    const number = toInternationalPhone(input[name]);
    if (!number) errors[name] = "Saisissez un numéro complet, comme 01 23 45 67 89 ou +32 470 12 34 56.";
    return number;
  };
  return { phone: read("phone"), mobile: read("mobile"), errors };
}
