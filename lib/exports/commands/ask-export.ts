import { and, eq, gt, inArray, lte, or } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import { findOwn } from "@/lib/accounts/access/find-own-account";
import { lockVerified } from "@/lib/accounts/access/lock-verified";
import { recallPassword } from "@/lib/accounts/access/prove-password";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { withOrders } from "@/lib/ports/jobs";
import { newId, type ExportId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { exportQueue } from "../making/queue";
import { refusalToAsk, type ExportRefusal } from "../policy";
import { copyDays } from "../rules";
import type { AskExport } from "../schema";

const day = 24 * 60;

/**
 * Asks for a copy of one's data (RGPD, art. 15 and 20), the password recalled: a session left open must not carry a whole life
 * away. The order to make it is placed with it. Refuses `wrong_password`, `delayed` (details.seconds), `already_running` while one is made,
 * `too_many` after three in 24 hours.
 */
export async function askExport(
  actor: Citizen,
  { currentPassword }: AskExport,
): Promise<Result<{ exportId: ExportId }, ExportRefusal | "wrong_password" | "delayed">> {
  const { passwordHash } = await findOwn(actor);
  const recalled = await recallPassword(actor, passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  return transact(actor, async ({ tx, record }) => {
    // Two presses at once wait here.
    if (!(await lockVerified(tx, actor.accountId, passwordHash))) return refuse("wrong_password");
    const refusal = refusalToAsk(await recentStates(tx, actor));
    if (refusal) return refuse(refusal);

    const exportId = newId<ExportId>();
    await tx.insert(accountExports).values({
      id: exportId,
      accountId: actor.accountId,
      state: "waiting",
      fileKey: newWrappedKey("export"),
      openedTo: actor.sessionId,
      createdAt: clock.now(),
      expiresAt: clock.inMinutes(copyDays * day),
    });
    await withOrders(tx, ({ place }) => place(exportQueue, exportId));
    await record("account.export_asked", actor.accountId);
    return done({ exportId });
  });
}

async function recentStates(tx: Tx, actor: Citizen) {
  const recent = and(
    gt(accountExports.createdAt, clock.inMinutes(-day)),
    lte(accountExports.createdAt, clock.horizon()),
  );
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
