import type { Citizen } from "@/lib/kernel/actor";
import { communesOf } from "@/lib/kernel/communes";
import { refuse } from "@/lib/shared/result";
import { fold } from "@/lib/shared/text";
import { changeHeld } from "../change-held";
import type { SaveAddress } from "../schema";

/**
 * Saves the rubric « Adresse » (F20). The commune takes the official spelling, and is found by itself when the postal code
 * has only one. Gives « held » when it waits for an agent (T11). Refuses `invalid` (details: errors by field).
 */
export async function saveAddress(actor: Citizen, input: SaveAddress) {
  const place = await readPlace(input);
  if (place.error) return refuse("invalid", { commune: place.error });
  return changeHeld(actor, {
    addressLine: input.addressLine || null,
    addressExtra: input.addressExtra || null,
    postalCode: input.postalCode || null,
    commune: place.commune || null,
  });
}

/** An unknown postal code (CEDEX, abroad) leaves the commune as it was typed. */
async function readPlace({ postalCode, commune }: SaveAddress): Promise<{ commune: string; error?: string }> {
  const known = await communesOf(postalCode);
  if (known.length === 0) return { commune };
  const [only] = known;
  if (commune === "" && known.length === 1 && only) return { commune: only };
  const same = known.find((name) => comparable(name) === comparable(commune));
  if (same) return { commune: same };
  const list = known.slice(0, 8).join(", ");
  const error =
    commune === ""
      ? `Choisissez la commune du code postal ${postalCode} : ${list}.`
      : `Cette commune n’a pas le code postal ${postalCode}. Communes possibles : ${list}.`;
  return { commune, error };
}

function comparable(name: string): string {
  return fold(name)
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/[^a-z0-9]+/g, "");
}
