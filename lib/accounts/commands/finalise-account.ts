import { eq, like } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { hashPassword } from "@/lib/proofs/password";
import type { AccountId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import type { InvitedIdentity } from "../types/account";
import { passwordProblem } from "@/lib/proofs/password-policy";
import { transact, type Work } from "@/lib/kernel/transact";
import { readAccountSettings } from "@/lib/organisation/settings/account-settings";
import { done, refuse } from "@/lib/shared/result";
import { lockUsernames } from "../access/lock-usernames";
import { attachAtCreation } from "../access/identities";
import type { FinaliseAccount } from "../schema/citizen";
import { consumeToken, readToken } from "../access/tokens";
import { nextUsername, usernameBase } from "../access/username";
import { accountSearchText } from "../profile/write-profile";
import { openAccountSession } from "./open-session";

/** What else becomes of an account that its mailbox just proved, in the same transaction. Gives where to go on, when it decides it. */
export type OnProved = (
  work: Pick<Work, "tx" | "record">,
  proved: { accountId: AccountId; email: string; returnTo: string | null },
) => Promise<string | null>;

/**
 * Second step (F15–F18, F32): names and password, by the link received. Gives the identifiant, signs in and mails it.
 * An identity that this browser proved, for this very address, is linked at the same time.
 * Refuses `weak_password` (details.password says why) and the three ways a link no longer opens: `expired`, `used`, `unknown`.
 */
export async function finaliseAccount(
  actor: Actor,
  input: FinaliseAccount,
  device: string,
  identity: InvitedIdentity | null = null,
  onProved: OnProved | null = null,
) {
  const link = await readToken(input.jeton, "activation");
  if (link.state !== "valid") return refuse(link.state);
  const problem = await passwordProblem(input.password, [input.firstName, input.lastName, link.token.email]);
  if (problem) return refuse("weak_password", { password: problem });
  const passwordHash = await hashPassword(input.password);

  return transact(actor, async ({ tx, record }) => {
    const consumed = await consumeToken(tx, input.jeton, "activation");
    if (consumed.state !== "valid") return refuse(consumed.state);
    const { accountId, email, status, payload } = consumed.token;
    if (status !== "invited") return refuse("used");

    const { validatedByAgent } = await readAccountSettings(tx);
    const username = await allocateUsername(tx, input.firstName, input.lastName);
    const now = clock.now();
    await tx
      .update(accounts)
      .set({
        status: "active",
        validation: validatedByAgent ? "pending" : "validated",
        firstName: input.firstName || null,
        lastName: input.lastName,
        username,
        searchText: accountSearchText({ ...input, username, email }),
        passwordHash,
        walletKey: newWrappedKey("wallet"),
        termsAcceptedAt: now,
        activatedAt: now,
      })
      .where(eq(accounts.id, accountId));
    const recipient = { to: email, name: fullName(input), accountId, key: `account.welcome:${accountId}` };
    await post(tx, "account.welcome", { username }, recipient);
    const session = await openAccountSession(tx, accountId, device);
    await record("account.activated", accountId);
    if (identity?.email === email && (await attachAtCreation(tx, session, identity)))
      await record("account.identity_linked", accountId);
    const next = onProved ? await onProved({ tx, record }, { accountId, email, returnTo: payload }) : null;
    return done({ session, username, returnTo: next ?? payload });
  });
}

/** « prénom.nom », or the first number that is free after it (T1). Two people who finish at the same instant wait for each other. */
export async function allocateUsername(tx: Tx, firstName: string, lastName: string): Promise<string> {
  const base = usernameBase(firstName, lastName);
  await lockUsernames(tx);
  const rows = await tx
    .select({ username: accounts.username })
    .from(accounts)
    .where(like(accounts.username, `${base}%`));
  return nextUsername(
    base,
    rows.flatMap(({ username }) => username ?? []),
  );
}
