import type { Citizen } from "@/lib/kernel/actor";
import { refuse } from "@/lib/shared/result";
import { changeHeld } from "../change-held";
import { readPlace } from "../read-place";
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
