import { lt } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { isOver, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { makeNextExport, type Limits as MakingLimits } from "./commands/make-export";
import { forgetExports } from "./making/forget-exports";

/** Makes the copies that wait, one after the other. Returns how many were ended. */
export async function makeExports(actor: System, limits: MakingLimits): Promise<number> {
  let ended = 0;
  while (!limits.signal.aborted && clock.now() < limits.until) {
    const outcome = await makeNextExport(actor, limits);
    if (outcome === "idle") break;
    ended += outcome === "stopped" ? 0 : 1;
  }
  return ended;
}

const batch = 200;

/** Erases the copies whose week is over, and what was asked a week ago and never made. Returns how many. */
export async function eraseExpiredExports(actor: System, limits: Limits): Promise<number> {
  let total = 0;
  while (!isOver(limits)) {
    const erased = await eraseSome(actor);
    total += erased;
    if (erased < batch) break;
  }
  return total;
}

async function eraseSome(actor: System): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const erased = await forgetExports(tx, lt(accountExports.expiresAt, clock.now()), batch);
    if (erased === 0) unrecorded("no copy to erase");
    else await record("housekeeping.done", actor.job, { exports: erased });
    return done(erased);
  });
  return result.ok ? result.value : 0;
}
