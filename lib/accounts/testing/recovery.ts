import { and, eq } from "drizzle-orm";
import { accountIdentities, accountRecoveries, accounts } from "@/db/schema/accounts";
import { anonymous, type Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import { askRecovery, askReopening } from "../commands/ask-recovery";
import { confirmRecovery } from "../commands/confirm-recovery";
import { askPasswordReset } from "../commands/reset-password";
import { stopRecovery } from "../commands/stop-recovery";
import { recoveryDelayMinutes } from "../policy";
import { active, lastLink, lettersTo, newEmail } from "./accounts";
import { agent } from "./staff";

/** For the tests of lost mailboxes (F68). */
export const proof = "Carte d’identité présentée au guichet.";

/** A recovery asked `ago` minutes ago: since then, it may be confirmed. */
export async function asked(newAddress = newEmail(), ago = recoveryDelayMinutes) {
  const { email, citizen, session } = await active();
  const { accountId } = citizen;
  const asker = await agent();
  const result = await askRecovery(asker, { accountId, newEmail: newAddress, proof });
  if (!result.ok) throw new Error(result.reason);
  const [row] = await database()
    .update(accountRecoveries)
    .set({ askedAt: clock.inMinutes(-ago) })
    .where(eq(accountRecoveries.accountId, accountId))
    .returning();
  if (!row) throw new Error("no recovery");
  return {
    email,
    accountId,
    citizen,
    session,
    asker,
    newAddress,
    recoveryId: row.id,
    row,
    stop: await lastLink(email),
  };
}

export const stateOf = async (id: typeof accountRecoveries.$inferSelect.id) => {
  const [row] = await database().select().from(accountRecoveries).where(eq(accountRecoveries.id, id));
  return row?.state;
};
export const subjectsTo = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);

/** For an account that its test made: a recovery asked the day before, which an agent may confirm. */
export async function openRecovery({ accountId }: { accountId: AccountId }, newAddress = newEmail()) {
  const result = await askRecovery(await agent(), { accountId, newEmail: newAddress, proof });
  if (!result.ok) throw new Error(result.reason);
  return aDayLater(accountId);
}

/** As if what is asked for the account had been asked a day before. */
export async function aDayLater(accountId: AccountId) {
  const [row] = await database()
    .update(accountRecoveries)
    .set({ askedAt: clock.inMinutes(-recoveryDelayMinutes) })
    .where(and(eq(accountRecoveries.accountId, accountId), eq(accountRecoveries.state, "asked")))
    .returning({ recoveryId: accountRecoveries.id });
  if (!row) throw new Error("nothing is asked");
  return row;
}

/** Its old address stops a recovery: both parties are called to the counter. Gives the other address. */
export async function freeze(person: { accountId: AccountId; email: string }): Promise<string> {
  const other = newEmail();
  await openRecovery(person, other);
  const jeton = await lastLink(person.email, "account.recovery_asked");
  const result = await stopRecovery(anonymous, { jeton });
  if (!result.ok) throw new Error(result.reason);
  return other;
}

/** Two agents open it again. */
export async function reopen(person: { accountId: AccountId; email: string }): Promise<void> {
  await freeze(person);
  const asked = await askReopening(await agent(), { accountId: person.accountId, proof });
  if (!asked.ok) throw new Error(asked.reason);
  const result = await confirmRecovery(await agent(), await aDayLater(person.accountId));
  if (!result.ok) throw new Error(result.reason);
}

/** A person, whose account was frozen by its old address. `other`: the address that was to be its own. */
export async function frozenPerson() {
  const { email, citizen, session } = await active();
  const { accountId } = citizen;
  const identity = { subjectHash: hashSecret(accountId), idToken: "a.b.c" };
  const { subjectHash } = identity;
  await database()
    .insert(accountIdentities)
    .values({ provider: "franceconnect", subjectHash, accountId, linkedAt: clock.now() });
  await askPasswordReset(anonymous, { identifier: email });
  const reset = await lastLink(email);
  const other = await freeze({ accountId, email });
  return { email, accountId, citizen, session, identity, reset, other };
}

/** What an agent noted at the counter; a day has passed. */
export async function askedAtCounter(kind: "held" | "reopening", person: { accountId: AccountId }, by?: Actor) {
  const [asker, address] = [by ?? (await agent()), newEmail()];
  const input = { accountId: person.accountId, proof };
  const result =
    kind === "held"
      ? await askRecovery(asker, { ...input, newEmail: address, isHeld: true })
      : await askReopening(asker, input);
  if (!result.ok) throw new Error(result.reason);
  return { ...(await aDayLater(person.accountId)), address };
}

export async function rowOf(accountId: AccountId) {
  const [row] = await database().select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new Error("no account");
  return row;
}
