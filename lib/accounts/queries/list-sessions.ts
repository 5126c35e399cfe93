import { and, desc, eq } from "drizzle-orm";
import { accountSessions } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import type { SessionView } from "../types/account";

/** Where one's own account is open now: the session that asks first, then the last used. */
export async function listSessions(actor: Citizen): Promise<SessionView[]> {
  const rows = await database()
    .select({
      sessionId: accountSessions.id,
      device: accountSessions.device,
      createdAt: accountSessions.createdAt,
      lastSeenAt: accountSessions.lastSeenAt,
    })
    .from(accountSessions)
    .where(and(eq(accountSessions.accountId, actor.accountId), isLiveSession(accountSessions)))
    .orderBy(desc(accountSessions.lastSeenAt), accountSessions.id)
    .limit(200);
  const sessions = rows.map((row) => ({ ...row, isCurrent: row.sessionId === actor.sessionId }));
  return sessions.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
