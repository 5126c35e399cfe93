import { and, eq, gt } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import { findOwn } from "@/lib/accounts/access/find-own-account";
import { lockVerified } from "@/lib/accounts/access/lock-verified";
import { recallPassword } from "@/lib/accounts/access/prove-password";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { AskExport } from "../schema";

/**
 * Opens the copies that are ready to this session, the password recalled: a copy stays a week, and a session stolen meanwhile
 * must not take it. Closes them to the session that had them. Refuses `wrong_password`, `delayed` (details.seconds); throws
 * NotFound when none is ready.
 */
export async function openExports(
  actor: Citizen,
  { currentPassword }: AskExport,
): Promise<Result<{ opened: number }, "wrong_password" | "delayed">> {
  const { passwordHash } = await findOwn(actor);
  const recalled = await recallPassword(actor, passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerified(tx, actor.accountId, passwordHash))) return refuse("wrong_password");
    const isReady = and(
      eq(accountExports.accountId, actor.accountId),
      eq(accountExports.state, "ready"),
      gt(accountExports.expiresAt, clock.now()),
    );
    const rows = await tx
      .update(accountExports)
      .set({ openedTo: actor.sessionId })
      .where(isReady)
      .returning({ id: accountExports.id });
    if (rows.length === 0) throw new NotFound();
    await record("account.export_opened", actor.accountId, { copies: rows.length });
    return done({ opened: rows.length });
  });
}
