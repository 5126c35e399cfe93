import { lt } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { makeNextExport, type Limits } from "./commands/make-export";
import { forgetExports } from "./forget-exports";

/** Makes the copies that wait, one after the other. Returns how many were ended. */
export async function makeExports(actor: System, limits: Limits): Promise<number> {
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
export async function eraseExpiredExports(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  let total = 0;
  for (;;) {
    const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
      const erased = await forgetExports(tx, lt(accountExports.expiresAt, clock.now()), batch);
      if (erased === 0) unrecorded("no copy to erase");
      else await record("housekeeping.done", actor.job, { exports: erased });
      return done(erased);
    });
    const erased = result.ok ? result.value : 0;
    total += erased;
    if (erased < batch || signal.aborted) return total;
  }
}
