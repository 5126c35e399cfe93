import { and, eq, gt, inArray, or } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { newId, type ExportId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { exportLimits, refusalToAsk, type ExportRefusal } from "../policy";

const day = 24 * 60;

/**
 * Asks for a copy of one's data (RGPD, art. 15 and 20); the worker makes it. Refuses `already_running` while one is made,
 * `too_many` after three in 24 hours.
 */
export async function askExport(actor: Citizen): Promise<Result<{ exportId: ExportId }, ExportRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    await lockAccount(tx, actor);
    const refusal = refusalToAsk(await recentStates(tx, actor));
    if (refusal) return refuse(refusal);

    const exportId = newId<ExportId>();
    await tx.insert(accountExports).values({
      id: exportId,
      accountId: actor.accountId,
      state: "waiting",
      fileKey: newWrappedKey("export"),
      createdAt: clock.now(),
      expiresAt: clock.inMinutes(exportLimits.days * day),
    });
    await record("account.export_asked", actor.accountId);
    return done({ exportId });
  });
}

/** Two presses at once wait here. */
async function lockAccount(tx: Tx, actor: Citizen): Promise<void> {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .for("update");
  if (!account) throw new NotFound();
}

async function recentStates(tx: Tx, actor: Citizen) {
  const recent = gt(accountExports.createdAt, clock.inMinutes(-day));
  const rows = await tx
    .select({ state: accountExports.state })
    .from(accountExports)
    .where(
      and(
        eq(accountExports.accountId, actor.accountId),
        or(recent, inArray(accountExports.state, ["waiting", "running"])),
      ),
    );
  return rows.map(({ state }) => state);
}
