import type { Citizen } from "@/lib/kernel/actor";
import { addressColumns } from "../address-columns";
import { changeHeld } from "../change-held";
import type { SaveAddress } from "../schema";

/** Saves the rubric « Adresse » (F20). Gives « held » when it waits for an agent (T11). Refuses `invalid` (details: errors by field). */
export async function saveAddress(actor: Citizen, input: SaveAddress) {
  const columns = await addressColumns(input);
  return columns.ok ? changeHeld(actor, columns.value) : columns;
}
