import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { readChange } from "@/lib/shared/kept-value";
import { done } from "@/lib/shared/result";
import { changeHeldIn, lockHeld, shownOf } from "../profile/change-held";
import { namePieces, type SaveIdentity } from "../schema/citizen";

/**
 * Saves the rubric « Identité » (F20); no first name for who has one name only. A name that stays is not judged again. Gives « held »
 * when it waits for an agent (T11). Refuses `invalid` (details: errors by field).
 */
export async function saveIdentity(actor: Citizen, { civility, ...typed }: SaveIdentity) {
  return transact(actor, async (work) => {
    const names = readChange(namePieces, typed, shownOf(await lockHeld(work.tx, actor.accountId)));
    if (!names.ok) return names;
    const { firstName, lastName } = names.value;
    const changes = { civility: civility || null, firstName: firstName || null, lastName };
    return done(await changeHeldIn(work, actor.accountId, changes));
  });
}
