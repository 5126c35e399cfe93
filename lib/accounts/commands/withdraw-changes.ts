import type { Citizen } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { lockHeld, writePending } from "../profile/change-held";

/** Takes back what waits for an agent (T11): the account stays as it is. Gives « answered » when nothing waits any more. */
export async function withdrawChanges(actor: Citizen) {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const { pendingProfile } = await lockHeld(tx, actor.accountId);
    if (!pendingProfile) {
      unrecorded("nothing waits: an agent answered, or another tab was faster");
      return done("answered" as const);
    }
    await writePending(tx, actor.accountId, {});
    await record("account.changes_withdrawn", actor.accountId);
    return done("withdrawn" as const);
  });
}
