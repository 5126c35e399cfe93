import type { Citizen } from "@/lib/kernel/actor";
import { changeHeld } from "../change-held";
import type { SaveIdentity } from "../schema";

/** Saves the rubric « Identité » (F20); no first name for who has one name only. Gives « held » when it waits for an agent (T11). */
export async function saveIdentity(actor: Citizen, { civility, firstName, lastName }: SaveIdentity) {
  return changeHeld(actor, { civility: civility === "" ? null : civility, firstName: firstName || null, lastName });
}
