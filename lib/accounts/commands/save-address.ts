import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { readChange } from "@/lib/shared/kept-value";
import { done, refuse } from "@/lib/shared/result";
import { columnsOf } from "../profile/address-columns";
import { changeHeldIn, lockHeld, shownOf } from "../profile/change-held";
import { isKeptPlace, readPlace } from "@/lib/places/read-place";
import { addressPieces, type SaveAddress } from "../schema/citizen";

/**
 * Saves the rubric « Adresse » (F20). What stays is not judged again. Gives « held » when it waits for an agent (T11). Refuses
 * `invalid` (details: errors by field).
 */
export async function saveAddress(actor: Citizen, input: SaveAddress) {
  const place = await readPlace(input);
  return transact(actor, async (work) => {
    const shown = shownOf(await lockHeld(work.tx, actor.accountId));
    const read = readChange(addressPieces, input, shown);
    if (!read.ok) return read;
    const isKept = isKeptPlace(read.value, shown);
    if (place.error && !isKept) return refuse("invalid", { commune: place.error });
    const columns = columnsOf(isKept ? read.value : { ...read.value, commune: place.commune });
    return done(await changeHeldIn(work, actor.accountId, columns));
  });
}
