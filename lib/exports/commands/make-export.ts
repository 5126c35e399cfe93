import { and, eq } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unwrapKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { Retryable } from "@/lib/kernel/errors";
import { logger } from "@/lib/kernel/logger";
import { transact } from "@/lib/kernel/transact";
import { adoptBlobs, storeSealed, type StoredBlob } from "@/lib/files/storing/vault";
import { post } from "@/lib/letters/outbox/post";
import { ClaimLost, type JobLimits, type Order } from "@/lib/ports/jobs";
import type { ExportId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { isOver } from "@/lib/upkeep/slices";
import { planExport } from "../content/plan";
import { archiveOf } from "../making/archive";
import { ownerOf } from "../making/owner";
import { Gone, noteProgress, start, type Started } from "../making/progress";
import { copyDays } from "../rules";

/** Asked to stop, or out of time. */
class Stopped extends Error {}

/** Bytes: more than any wallet and its demandes, less than what fills a disk by accident. */
const largest = 4 * 1024 ** 3;

/**
 * Makes the copy that an order is about (X21; RGPD, art. 15 and 20): reads as its owner, seals as it writes, tells how far it is. Gives
 * 1 when it ended, ready or failed; 0 when there was nothing to make, or the limits came first. Throws what may be cured by another try.
 */
export async function makeExport(actor: System, limits: JobLimits, order: Order): Promise<number> {
  const started = await start(order.id as ExportId);
  if (!started) return 0;
  try {
    await finish(actor, started, order, await write(started, limits));
    return 1;
  } catch (error) {
    return await afterError(actor, started, order, error);
  }
}

async function write(started: Started, limits: JobLimits): Promise<StoredBlob> {
  const entries = await planExport(ownerOf(started.accountId));
  await noteProgress(started, { partsTotal: entries.length });
  const archive = archiveOf(entries, async (partsDone) => {
    await noteProgress(started, { partsDone });
    if (isOver(limits)) throw new Stopped();
  });
  return storeSealed("export", unwrapKey("export", started.fileKey), archive, largest);
}

/** The copy, the letter that tells of it, the journal and the end of the order: all, or none. */
async function finish(actor: System, { id, accountId }: Started, order: Order, blob: StoredBlob): Promise<void> {
  const { storageKey, size } = blob;
  await transact(actor, async ({ tx, record }) => {
    const expiresAt = clock.inMinutes(copyDays * 24 * 60);
    const ended = await tx
      .update(accountExports)
      .set({ state: "ready", storageKey, size, endedAt: clock.now(), expiresAt })
      .where(and(eq(accountExports.id, id), eq(accountExports.state, "running")))
      .returning({ parts: accountExports.partsTotal });
    if (!ended[0]) throw new Gone();
    await order.settle(tx);
    await adoptBlobs(tx, [blob]);
    await tellOwner(tx, id, accountId, expiresAt);
    await record("account.export_made", accountId, { parts: ended[0].parts, bytes: size });
    return done(null);
  });
}

async function tellOwner(tx: Tx, id: ExportId, accountId: Started["accountId"], expiresAt: Date): Promise<void> {
  const [owner] = await tx
    .select({ email: accounts.email, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")));
  if (!owner?.email) return;
  const recipient = { to: owner.email, name: fullName(owner), accountId, key: `account.export_made:${id}` };
  await post(tx, "account.export_made", { expiresAt }, recipient);
}

/** A store or a database that is away may come back; anything else would fail again. */
async function afterError(actor: System, started: Started, order: Order, error: unknown): Promise<number> {
  if (error instanceof Gone || error instanceof ClaimLost || error instanceof Stopped) return 0;
  const { name } = error instanceof Error ? error : new Error("unknown");
  if (error instanceof Retryable || name === "QueryFailed") throw error;
  logger().error({ event: "export.failed", export: started.id, code: name });
  return (await giveUp(actor, started, order)) ? 1 : 0;
}

/** Ends it without a copy. False: another process has it now. */
async function giveUp(actor: System, { id }: Started, order: Order): Promise<boolean> {
  const failed = { state: "failed", endedAt: clock.now() } as const;
  try {
    await transact<null, never>(actor, async ({ tx, unrecorded }) => {
      unrecorded("a copy that could not be made is told on its page");
      await tx
        .update(accountExports)
        .set(failed)
        .where(and(eq(accountExports.id, id), eq(accountExports.state, "running")));
      await order.settle(tx);
      return done(null);
    });
    return true;
  } catch (error) {
    if (error instanceof ClaimLost) return false;
    throw error;
  }
}
