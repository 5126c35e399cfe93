import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, type Reader } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import type { AccountId, ExportId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { exportLimits } from "../policy";

/**
 * Who makes a copy holds it by signs of life: one that stays silent for two minutes (killed, unplugged) is replaced. `attempt`
 * tells the two apart, so that the first, should it wake up, ends nothing.
 */
export type Taken = { id: ExportId; accountId: AccountId; fileKey: string; attempt: number };

/** Another process has it now, or the account is gone. */
export class LeaseLost extends Error {
  constructor() {
    super("export: taken by another process, or erased");
    this.name = "LeaseLost";
  }
}

/** In letters, not as parameters: the planner sees that the index of the unfinished applies. */
const isUnfinished = sql`${accountExports.state} in ('waiting', 'running')`;

/** Waiting, or in the hands of a silent process, of an account that may be used today. */
export function isToMake() {
  const silent = lt(accountExports.takenAt, clock.inMinutes(-exportLimits.silence));
  const fromTheFuture = gt(accountExports.takenAt, clock.horizon());
  const free = or(isNull(accountExports.takenAt), silent, fromTheFuture);
  return and(isUnfinished, free, eq(accounts.status, "active"));
}

/** Takes the oldest that waits; null when none does. One that failed its processes too often is given up on the way. */
export async function takeNext(actor: System): Promise<Taken | null> {
  const result = await transact<Taken | null, never>(actor, async ({ tx, unrecorded }) => {
    unrecorded("taking a piece of work is not an event; making the copy is");
    const row = await lockNext(tx);
    if (!row) return done(null);
    const attempt = row.attempts + 1;
    await tx
      .update(accountExports)
      .set({ state: "running", takenAt: clock.now(), attempts: attempt, partsDone: 0, partsTotal: 0 })
      .where(eq(accountExports.id, row.id));
    return done({ id: row.id, accountId: row.accountId, fileKey: row.fileKey, attempt });
  });
  return result.ok ? result.value : null;
}

async function lockNext(tx: Reader) {
  const [row] = await tx
    .select({
      id: accountExports.id,
      accountId: accountExports.accountId,
      fileKey: accountExports.fileKey,
      attempts: accountExports.attempts,
    })
    .from(accountExports)
    .innerJoin(accounts, eq(accounts.id, accountExports.accountId))
    .where(isToMake())
    .orderBy(asc(accountExports.createdAt))
    .limit(1)
    .for("update", { of: accountExports, skipLocked: true });
  return row ?? null;
}

/** The condition under which the holder of a copy may still write it. */
export function heldBy({ id, attempt }: Taken) {
  return and(eq(accountExports.id, id), eq(accountExports.state, "running"), eq(accountExports.attempts, attempt));
}

/** Says that its holder lives, and how far it is. Throws LeaseLost. */
export async function noteProgress(taken: Taken, progress: { partsDone?: number; partsTotal?: number }): Promise<void> {
  const rows = await database()
    .update(accountExports)
    .set({ ...progress, takenAt: clock.now() })
    .where(heldBy(taken))
    .returning({ id: accountExports.id });
  if (rows.length === 0) throw new LeaseLost();
}

/** Gives it back: at once for another process, or after the two minutes that let a store recover. */
export async function giveBack(taken: Taken, when: "now" | "later"): Promise<void> {
  const takenAt = when === "now" ? null : clock.now();
  await database().update(accountExports).set({ state: "waiting", takenAt }).where(heldBy(taken));
}

/** Ends it without a copy. */
export async function giveUp(taken: Taken): Promise<void> {
  await database().update(accountExports).set({ state: "failed", endedAt: clock.now() }).where(heldBy(taken));
}
