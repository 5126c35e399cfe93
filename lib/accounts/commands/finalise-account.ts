import { eq, like, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import { hashPassword } from "@/lib/kernel/password";
import { passwordProblem } from "@/lib/kernel/password-policy";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { welcomeMail } from "../mails";
import type { FinaliseAccount } from "../schema";
import { consumeToken, readToken } from "../tokens";
import { nextUsername, usernameBase } from "../username";
import { openAccountSession } from "./sessions";

/**
 * Second step (F15–F18, F32): names and password, by the link received. Gives the identifiant, signs in and mails it.
 * Refuses `weak_password` (details.password says why) and the three ways a link no longer opens: `expired`, `used`, `unknown`.
 */
export async function finaliseAccount(actor: Actor, input: FinaliseAccount, device: string) {
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

    const username = await allocateUsername(tx, input.firstName, input.lastName);
    const now = clock.now();
    await tx
      .update(accounts)
      .set({
        status: "active",
        firstName: input.firstName,
        lastName: input.lastName,
        username,
        passwordHash,
        walletKey: newWrappedKey("wallet"),
        termsAcceptedAt: now,
        activatedAt: now,
        lastSeenAt: now,
      })
      .where(eq(accounts.id, accountId));
    const content = welcomeMail(`${input.firstName} ${input.lastName}`, username);
    await queueMail(tx, { to: email, kind: "account.welcome", key: `account.welcome:${accountId}`, content });
    const session = await openAccountSession(tx, accountId, device);
    await record("account.activated", accountId);
    return done({ session, username, returnTo: payload });
  });
}

/** Two people of the same name who finish at the same instant wait for each other. */
export async function allocateUsername(tx: Tx, firstName: string, lastName: string): Promise<string> {
  const base = usernameBase(firstName, lastName);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`username:${base}`}, 0))`);
  const rows = await tx
    .select({ username: accounts.username })
    .from(accounts)
    .where(like(accounts.username, `${base}%`));
  return nextUsername(
    base,
    rows.flatMap(({ username }) => username ?? []),
  );
}
