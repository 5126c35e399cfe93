import { and, desc, eq, gt, gte, inArray, isNull, notInArray } from "drizzle-orm";
import { accounts, accountTokens, type AccountStatus } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, seal, unseal } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { isLive, linkState, newLink, type IssuedToken } from "@/lib/proofs/one-time-link";
import type { AccountId, TokenId } from "@/lib/shared/ids";
import type { DeadLink, TokenPurpose } from "@/lib/vocabulary/tokens";

/** What an address may do with the letters it received: void once the account has another. */
export const mailboxPurposes = [
  "sign_in",
  "identity_link",
  "password_reset",
  "email_change",
  "account_deletion",
] as const;

/** Links of these purposes, or of all but these, no longer open anything; with `since`, only those given from that instant on. */
export async function voidTokens(
  tx: Tx,
  accountId: AccountId,
  purposes: readonly TokenPurpose[] | { except: readonly TokenPurpose[] },
  since?: Date,
): Promise<void> {
  const now = clock.now();
  await tx
    .update(accountTokens)
    .set({ expiresAt: now })
    .where(
      and(
        eq(accountTokens.accountId, accountId),
        "except" in purposes
          ? notInArray(accountTokens.purpose, [...purposes.except])
          : inArray(accountTokens.purpose, [...purposes]),
        isNull(accountTokens.consumedAt),
        gt(accountTokens.expiresAt, now),
        since && gte(accountTokens.createdAt, since),
      ),
    );
}

/**
 * A new link for one purpose; those given before for the same purpose no longer open anything. `payload` is sealed.
 * Ways back from a change of address are the exception: a thief who changes it twice must not void the first one.
 */
export async function issueToken(
  tx: Tx,
  accountId: AccountId,
  purpose: TokenPurpose,
  payload?: string,
): Promise<IssuedToken> {
  if (purpose !== "email_restore") await voidTokens(tx, accountId, [purpose]);
  const { token, row } = newLink(purpose);
  await tx
    .insert(accountTokens)
    .values({ ...row, accountId, payload: payload === undefined ? null : seal("token-payload", payload) });
  return token;
}

export type ReadToken = {
  id: TokenId;
  accountId: AccountId;
  email: string;
  status: AccountStatus;
  payload: string | null;
  createdAt: Date;
};
export type TokenAnswer = { state: "valid"; token: ReadToken } | { state: DeadLink };

/** What a link opens today. Reading consumes nothing: mail scanners open links too. */
export async function readToken(
  secret: string,
  purpose: TokenPurpose,
  reader: Reader = database(),
): Promise<TokenAnswer> {
  const [row] = await selectToken(reader, secret, purpose);
  return judge(row);
}

/** What a link said that came too late: it opens nothing, and the next one asked for may lead to the same place. Null for any other. */
export async function readLateToken(secret: string, purpose: TokenPurpose): Promise<ReadToken | null> {
  const [row] = await selectToken(database(), secret, purpose);
  return row && judge(row).state === "expired" ? contentOf(row) : null;
}

/**
 * Uses a link up, in the caller's transaction: of two people who press at once, one is told that it was used. The account is
 * locked first, as whoever ends it does: what is then read of it stays true, and nobody waits for the other.
 */
export async function consumeToken(tx: Tx, secret: string, purpose: TokenPurpose): Promise<TokenAnswer> {
  const [found] = await selectToken(tx, secret, purpose);
  if (!found) return { state: "unknown" };
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, found.accountId)).for("update");
  const [row] = await selectToken(tx, secret, purpose).for("update", { of: accountTokens });
  const answer = judge(row);
  if (answer.state === "valid")
    await tx.update(accountTokens).set({ consumedAt: clock.now() }).where(eq(accountTokens.id, answer.token.id));
  return answer;
}

/** Until when a link of that kind is good; null when none is. */
export async function endOfLiveToken(
  reader: Reader,
  accountId: AccountId,
  purpose: TokenPurpose,
): Promise<Date | null> {
  const [row] = await reader
    .select({ expiresAt: accountTokens.expiresAt })
    .from(accountTokens)
    .where(and(eq(accountTokens.accountId, accountId), eq(accountTokens.purpose, purpose), isLive(accountTokens)))
    .orderBy(desc(accountTokens.expiresAt))
    .limit(1);
  return row?.expiresAt ?? null;
}

function selectToken(reader: Reader, secret: string, purpose: TokenPurpose) {
  return reader
    .select({
      id: accountTokens.id,
      accountId: accounts.id,
      email: accounts.email,
      status: accounts.status,
      payload: accountTokens.payload,
      createdAt: accountTokens.createdAt,
      expiresAt: accountTokens.expiresAt,
      consumedAt: accountTokens.consumedAt,
    })
    .from(accountTokens)
    .innerJoin(accounts, eq(accounts.id, accountTokens.accountId))
    .where(and(eq(accountTokens.tokenHash, hashSecret(secret)), eq(accountTokens.purpose, purpose)))
    .limit(1);
}

type Row = Awaited<ReturnType<typeof selectToken>>[number];

function judge(row: Row | undefined): TokenAnswer {
  if (!row) return { state: "unknown" };
  const state = linkState(row);
  if (state === "used") return { state };
  const token = contentOf(row);
  if (token === null) return { state: "unknown" };
  return state === "expired" ? { state } : { state, token };
}

function contentOf({ id, accountId, email, status, createdAt, payload }: Row): ReadToken | null {
  if (email === null) return null;
  return {
    id,
    accountId,
    email,
    status,
    createdAt,
    payload: payload === null ? null : unseal("token-payload", payload),
  };
}
