import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { logger } from "@/lib/kernel/logger";
import { transact } from "@/lib/kernel/transact";
import { withOrders, type OrderedJob } from "@/lib/ports/jobs";
import type { ExportId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { isOver, type Limits } from "@/lib/upkeep/slices";
import { makeExport } from "./commands/make-export";
import { forgetExports } from "./making/forget-exports";
import { isUnfinished } from "./making/progress";
import { exportQueue } from "./making/queue";

/** The copies that were asked for, made one by one as soon as a process is free. */
export const exportOrders: Omit<OrderedJob, "task"> = { queue: exportQueue, run: makeExport };

/** Looked at in one turn. */
const most = 50;

/**
 * Each copy that is not made has its order: one that has none (the account was frozen when its turn came, the database was put back from
 * a backup, which holds no order) gets one; one that no process managed to make is said to have failed, so that its owner may ask
 * again. Returns how many were changed.
 */
export async function reviveExports(actor: System): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, unrecorded }) => {
    unrecorded("giving a copy its order again is not an event; making it is");
    const ids = await lockUnfinished(tx);
    if (ids.length === 0) return done(0);
    return done(await giveOrders(tx, ids));
  });
  return result.ok ? result.value : 0;
}

/** Those that a process is ending just now have their order: they are passed over. */
async function lockUnfinished(tx: Tx): Promise<ExportId[]> {
  const rows = await tx
    .select({ id: accountExports.id })
    .from(accountExports)
    .innerJoin(accounts, eq(accounts.id, accountExports.accountId))
    .where(and(isUnfinished, eq(accounts.status, "active")))
    .orderBy(asc(accountExports.createdAt), asc(accountExports.id))
    .limit(most)
    .for("update", { of: accountExports, skipLocked: true });
  return rows.map(({ id }) => id);
}

async function giveOrders(tx: Tx, ids: readonly ExportId[]): Promise<number> {
  const givenUp: ExportId[] = [];
  let placed = 0;
  await withOrders(tx, async ({ place, fateOf }) => {
    for (const id of ids) {
      const fate = await fateOf(exportQueue, id);
      if (fate === "given_up") givenUp.push(id);
      if (fate !== "none") continue;
      await place(exportQueue, id);
      placed += 1;
    }
  });
  if (givenUp.length === 0) return placed;
  for (const id of givenUp) logger().error({ event: "export.failed", export: id, code: "too_many_attempts" });
  const failed = { state: "failed", endedAt: clock.now() } as const;
  await tx.update(accountExports).set(failed).where(inArray(accountExports.id, givenUp));
  return placed + givenUp.length;
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
