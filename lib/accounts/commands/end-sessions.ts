import { and, eq, ne } from "drizzle-orm";
import { accountSessions } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { makeDevicesStrangers } from "../access/device-epoch";
import type { EndSession } from "../schema/citizen";

/** Ends one session of one's own account: refused at its very next request. Another person's is not found. */
export async function endSession(actor: Citizen, { sessionId }: EndSession) {
  return transact(actor, async ({ tx, record }) => {
    const ended = await tx
      .delete(accountSessions)
      .where(and(eq(accountSessions.id, sessionId), eq(accountSessions.accountId, actor.accountId)))
      .returning({ id: accountSessions.id });
    if (ended.length === 0) throw new NotFound();
    await record("account.session_ended", actor.accountId);
    return done(null);
  });
}

/** Ends every session of one's own account but the one that asks, whose browser alone is still known. Gives how many. */
export async function endOtherSessions(actor: Citizen) {
  return transact(actor, async ({ tx, record }) => {
    const ended = await tx
      .delete(accountSessions)
      .where(and(eq(accountSessions.accountId, actor.accountId), ne(accountSessions.id, actor.sessionId)))
      .returning({ id: accountSessions.id });
    const owner = await makeDevicesStrangers(tx, actor.accountId);
    await record("account.sessions_ended", actor.accountId, { sessions: ended.length });
    return done({ sessions: ended.length, owner });
  });
}
