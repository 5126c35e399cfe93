import { and, eq } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unwrapKey } from "@/lib/kernel/crypto";
import { Retryable } from "@/lib/kernel/errors";
import { logger } from "@/lib/kernel/logger";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { adoptBlobs, storeSealed, type StoredBlob } from "@/lib/files/storing/vault";
import { done } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { archiveOf } from "../making/archive";
import { planExport } from "../content/plan";
import { giveBack, giveUp, heldBy, LeaseLost, noteProgress, takeNext, type Taken } from "../making/lease";
import { ownerOf } from "../making/owner";
import { exportLimits } from "../policy";

/** Until when a process may go on; asked between two files. */
export type Limits = { signal: AbortSignal; until: Date };

/** Asked to stop, or out of time. */
class Stopped extends Error {}

/** Bytes: more than any wallet and its demandes, less than what fills a disk by accident. */
const largest = 4 * 1024 ** 3;
const heartbeat = 20_000;

/**
 * Makes the oldest copy that waits (X21; RGPD, art. 15 and 20): reads as its owner, seals as it writes, tells how far it is.
 * « idle » when none waits; « stopped » when it gave its work back for another process.
 */
export async function makeNextExport(actor: System, limits: Limits): Promise<"idle" | "made" | "failed" | "stopped"> {
  const taken = await takeNext(actor);
  if (!taken) return "idle";
  if (taken.attempt > exportLimits.attempts) return failed(taken, "too_many_attempts");
  const alive = setInterval(() => void noteProgress(taken, {}).catch(() => undefined), heartbeat);
  try {
    await finish(actor, taken, await write(taken, limits));
    return "made";
  } catch (error) {
    return await settle(taken, error);
  } finally {
    clearInterval(alive);
  }
}

async function write(taken: Taken, { signal, until }: Limits): Promise<StoredBlob> {
  const entries = await planExport(ownerOf(taken.accountId));
  await noteProgress(taken, { partsTotal: entries.length });
  const archive = archiveOf(entries, async (partsDone) => {
    await noteProgress(taken, { partsDone });
    if (signal.aborted || clock.now() >= until) throw new Stopped();
  });
  return storeSealed("export", unwrapKey("export", taken.fileKey), archive, largest);
}

async function finish(actor: System, taken: Taken, blob: StoredBlob): Promise<void> {
  const { storageKey, size } = blob;
  await transact(actor, async ({ tx, record }) => {
    const expiresAt = clock.inMinutes(exportLimits.days * 24 * 60);
    const ended = await tx
      .update(accountExports)
      .set({ state: "ready", storageKey, size, endedAt: clock.now(), expiresAt, takenAt: null })
      .where(heldBy(taken))
      .returning({ parts: accountExports.partsTotal });
    if (!ended[0]) throw new LeaseLost();
    await adoptBlobs(tx, [blob]);
    const [owner] = await tx
      .select({ email: accounts.email, firstName: accounts.firstName, lastName: accounts.lastName })
      .from(accounts)
      .where(and(eq(accounts.id, taken.accountId), eq(accounts.status, "active")));
    if (owner?.email) {
      const { id, accountId } = taken;
      const recipient = { to: owner.email, name: fullName(owner), accountId, key: `account.export_made:${id}` };
      await post(tx, "account.export_made", { expiresAt }, recipient);
    }
    await record("account.export_made", taken.accountId, { parts: ended[0].parts, bytes: size });
    return done(null);
  });
}

/** A store or a database that is away may come back; anything else would fail again. */
async function settle(taken: Taken, error: unknown): Promise<"failed" | "stopped"> {
  if (error instanceof LeaseLost) return "stopped";
  if (error instanceof Stopped) {
    await giveBack(taken, "now");
    return "stopped";
  }
  const { name } = error instanceof Error ? error : new Error("unknown");
  if (!(error instanceof Retryable) && name !== "QueryFailed") return failed(taken, name);
  logger().warn({ event: "export.postponed", export: taken.id, attempt: taken.attempt, code: name });
  await giveBack(taken, "later");
  return "stopped";
}

async function failed(taken: Taken, code: string): Promise<"failed"> {
  logger().error({ event: "export.failed", export: taken.id, attempt: taken.attempt, code });
  await giveUp(taken);
  return "failed";
}
