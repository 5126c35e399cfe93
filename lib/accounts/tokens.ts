import { and, eq, isNull } from "drizzle-orm";
import { accounts, accountTokens, type AccountStatus } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, newSecret, seal, unseal } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { newId, type AccountId, type TokenId } from "@/lib/shared/ids";
import { tokenMinutes, type TokenPurpose } from "@/lib/vocabulary/tokens";

export type IssuedToken = { id: TokenId; secret: string };

/** A new link for one purpose; those given before for the same purpose no longer open anything. `payload` is sealed. */
export async function issueToken(
  tx: Tx,
  accountId: AccountId,
  purpose: TokenPurpose,
  payload?: string,
): Promise<IssuedToken> {
  const now = clock.now();
  await tx
    .update(accountTokens)
    .set({ expiresAt: now })
    .where(
      and(eq(accountTokens.accountId, accountId), eq(accountTokens.purpose, purpose), isNull(accountTokens.consumedAt)),
    );
  const token = { id: newId<TokenId>(), secret: newSecret() };
  await tx.insert(accountTokens).values({
    id: token.id,
    accountId,
    purpose,
    tokenHash: hashSecret(token.secret),
    payload: payload === undefined ? null : seal("token-payload", payload),
    createdAt: now,
    expiresAt: clock.inMinutes(tokenMinutes[purpose]),
  });
  return token;
}

export type TokenState = "valid" | "expired" | "used" | "unknown";
export type ReadToken = {
  id: TokenId;
  accountId: AccountId;
  email: string;
  status: AccountStatus;
  payload: string | null;
};
export type TokenAnswer = { state: "valid"; token: ReadToken } | { state: Exclude<TokenState, "valid"> };

/** What a link opens today. Reading consumes nothing: mail scanners open links too. */
export async function readToken(
  secret: string,
  purpose: TokenPurpose,
  reader: Reader = database(),
): Promise<TokenAnswer> {
  const [row] = await selectToken(reader, secret, purpose);
  return judge(row);
}

/** Uses a link up, in the caller's transaction: of two people who press at once, one is told that it was used. */
export async function consumeToken(tx: Tx, secret: string, purpose: TokenPurpose): Promise<TokenAnswer> {
  const [row] = await selectToken(tx, secret, purpose).for("update", { of: accountTokens });
  const answer = judge(row);
  if (answer.state === "valid")
    await tx.update(accountTokens).set({ consumedAt: clock.now() }).where(eq(accountTokens.id, answer.token.id));
  return answer;
}

function selectToken(reader: Reader, secret: string, purpose: TokenPurpose) {
  return reader
    .select({
      id: accountTokens.id,
      accountId: accounts.id,
      email: accounts.email,
      status: accounts.status,
      payload: accountTokens.payload,
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
  if (row.consumedAt) return { state: "used" };
  if (row.email === null) return { state: "unknown" };
  if (row.expiresAt <= clock.now()) return { state: "expired" };
  const payload = row.payload === null ? null : unseal("token-payload", row.payload);
  return {
    state: "valid",
    token: { id: row.id, accountId: row.accountId, email: row.email, status: row.status, payload },
  };
}
