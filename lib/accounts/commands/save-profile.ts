import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { communesOf } from "@/lib/kernel/communes";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { fold } from "@/lib/shared/text";
import { done, refuse } from "@/lib/shared/result";
import { toInternationalPhone } from "../phone";
import type { SaveProfile } from "../schema";

/**
 * Saves the data of the account (F20, F21). Telephones are stored in international form; the commune takes the official
 * spelling, and is found by itself when the postal code has only one. Refuses `invalid` (details: errors by field).
 */
export async function saveProfile(actor: Citizen, input: SaveProfile) {
  const phones = readPhones(input);
  const place = await readPlace(input);
  const errors = { ...place.errors, ...phones.errors };
  if (Object.keys(errors).length > 0) return refuse("invalid", errors);

  return transact(actor, async ({ tx, record }) => {
    const rows = await tx
      .update(accounts)
      .set({
        civility: input.civility === "" ? null : input.civility,
        firstName: input.firstName,
        lastName: input.lastName,
        addressLine: input.addressLine || null,
        addressExtra: input.addressExtra || null,
        postalCode: input.postalCode || null,
        commune: place.commune || null,
        phone: phones.phone,
        mobile: phones.mobile,
      })
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
      .returning({ id: accounts.id });
    if (rows.length === 0) throw new NotFound();
    await record("account.profile_changed", actor.accountId);
    return done(null);
  });
}

type Errors = Record<string, string>;

function readPhones(input: SaveProfile) {
  const errors: Errors = {};
  const read = (name: "phone" | "mobile") => {
    if (input[name] === "") return null;
    const number = toInternationalPhone(input[name]);
    if (!number) errors[name] = "Saisissez un numéro complet, comme 01 23 45 67 89 ou +32 470 12 34 56.";
    return number;
  };
  return { phone: read("phone"), mobile: read("mobile"), errors };
}

/** An unknown postal code (CEDEX, abroad) leaves the commune as it was typed. */
async function readPlace({ postalCode, commune }: SaveProfile): Promise<{ commune: string; errors: Errors }> {
  const known = await communesOf(postalCode);
  if (known.length === 0) return { commune, errors: {} };
  const [only] = known;
  if (commune === "" && known.length === 1 && only) return { commune: only, errors: {} };
  const same = known.find((name) => comparable(name) === comparable(commune));
  if (same) return { commune: same, errors: {} };
  const list = known.slice(0, 8).join(", ");
  const message =
    commune === ""
      ? `Choisissez la commune du code postal ${postalCode} : ${list}.`
      : `Cette commune n’a pas le code postal ${postalCode}. Communes possibles : ${list}.`;
  return { commune, errors: { commune: message } };
}

function comparable(name: string): string {
  return fold(name)
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/[^a-z0-9]+/g, "");
}
