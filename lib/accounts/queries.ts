import { and, eq, gt, lte } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { showPhone } from "@/lib/shared/phone";
import { profileColumns } from "./profile-columns";
import { hasWorkOfAgents } from "./stop-recoveries";
import { readToken } from "./tokens";
import type { AccountSession, LinkView, Profile, WayBackView } from "./types";

export type { AccountSession };

/** The live session whose secret has this SHA-256; null when ended, expired, or when the account is no longer active. */
export async function findAccountSession(tokenHash: string): Promise<AccountSession | null> {
  const now = clock.now();
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
    .where(
      and(
        eq(accountSessions.tokenHash, tokenHash),
        eq(accounts.status, "active"),
        gt(accountSessions.idleExpiresAt, now),
        gt(accountSessions.expiresAt, now),
        lte(accountSessions.lastSeenAt, clock.horizon()),
      ),
    )
    .limit(1);
  return row ? { ...row, firstName: row.firstName ?? "", lastName: row.lastName ?? "" } : null;
}

/** The data of the account, as its owner sees them and as the forms are prefilled (F5, F20). */
export async function getProfile(actor: Citizen): Promise<Profile> {
  const [row] = await database()
    .select({
      ...profileColumns,
      mutedNotifications: accounts.mutedNotifications,
    })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .limit(1);
  if (!row?.email) throw new NotFound();
  return {
    ...row,
    email: row.email,
    username: row.username ?? "",
    firstName: row.firstName ?? "",
    lastName: row.lastName ?? "",
  };
}

/** What a link received by e-mail opens today; its address is shown only while it is valid. Of an account suspended or frozen: nothing. */
export async function findLink(secret: string, purpose: TokenPurpose): Promise<LinkView> {
  const answer = await readToken(secret, purpose);
  if (answer.state !== "valid") return answer;
  const { email, status } = answer.token;
  return status === "suspended" || status === "frozen" ? { state: "unknown" } : { state: "valid", email };
}

/**
 * What the link of the way back from a change of address opens today: `email` is the one that received the link, never the present one. `isDispute`: agents gave the present
 * one, or are asked to, and the link freezes the account instead of putting that address back.
 */
export async function findWayBack(secret: string): Promise<WayBackView> {
  const answer = await readToken(secret, "email_restore");
  if (answer.state !== "valid") return answer;
  const { accountId, payload: email, status, createdAt } = answer.token;
  if (email === null || status !== "active") return { state: "unknown" };
  return { state: "valid", email, isDispute: await hasWorkOfAgents(accountId, createdAt) };
}

/** The actor's profile, with telephones written as they are read. */
export async function getReadableProfile(actor: Citizen): Promise<Profile> {
  const profile = await getProfile(actor);
  return {
    ...profile,
    phone: profile.phone && showPhone(profile.phone),
    mobile: profile.mobile && showPhone(profile.mobile),
  };
}
