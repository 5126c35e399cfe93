import { and, eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import type { AccountSession } from "../types/account";

/** The live session whose secret has this SHA-256; null when ended, expired, or when the account is no longer active. */
export async function findAccountSession(tokenHash: string): Promise<AccountSession | null> {
  const [row] = await database()
    .select({
      sessionId: accountSessions.id,
      accountId: accounts.id,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      lastSeenAt: accountSessions.lastSeenAt,
      idleExpiresAt: accountSessions.idleExpiresAt,
      expiresAt: accountSessions.expiresAt,
    })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .where(and(eq(accountSessions.tokenHash, tokenHash), eq(accounts.status, "active"), isLiveSession(accountSessions)))
    .limit(1);
  return row ? { ...row, firstName: row.firstName ?? "", lastName: row.lastName ?? "" } : null;
}
