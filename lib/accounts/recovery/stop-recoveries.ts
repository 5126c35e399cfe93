import { and, eq, gte, inArray, or, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";

/**
 * The old address objects to what agents did since its link was given, or are doing: a recovery that it may stop is stopped, one that was confirmed did not
 * hold. Gives the addresses that were to be the account's, and how many of each; null where agents have no hand in it.
 */
export async function objectToRecoveries(tx: Tx, accountId: AccountId, since: Date) {
  const now = sql`${clock.now().toISOString()}::timestamptz`;
  const { state, decidedAt } = accountRecoveries;
  const isAsked = sql`${state} = 'asked'`;
  const rows = await tx
    .update(accountRecoveries)
    .set({
      state: sql`case when ${isAsked} then 'stopped' else 'undone' end`,
      decidedAt: sql`coalesce(${decidedAt}, ${now})`,
      undoneAt: sql`case when ${isAsked} then null else ${now} end`,
    })
    .where(isObjectionable(accountId, since))
    .returning({ state, newEmail: accountRecoveries.newEmail });
  if (rows.length === 0 && !(await hasWaitingRecovery(tx, accountId))) return null;
  const undone = rows.filter((row) => row.state === "undone").length;
  const addresses = rows.map(({ newEmail }) => unseal("recovery", newEmail));
  return { undone, stopped: rows.length - undone, addresses };
}

/** Whether whoever uses a way back given then objects to what agents did, or do: nothing is put back for them. */
export async function hasWorkOfAgents(accountId: AccountId, since: Date): Promise<boolean> {
  const isOpen = inArray(accountRecoveries.state, ["asked", "waiting"]);
  const ofAgents = or(isObjectionable(accountId, since), and(eq(accountRecoveries.accountId, accountId), isOpen));
  return (
    (await database().select({ id: accountRecoveries.id }).from(accountRecoveries).where(ofAgents).limit(1)).length > 0
  );
}

/** Of mailboxes lost: those that wait, and those confirmed since a link was given. */
function isObjectionable(accountId: AccountId, since: Date) {
  const { state, kind, decidedAt } = accountRecoveries;
  const isRecent = or(eq(state, "asked"), and(eq(state, "confirmed"), gte(decidedAt, since)));
  return and(eq(accountRecoveries.accountId, accountId), eq(kind, "lost"), isRecent);
}

/** Whether agents are deciding who the owner is (F68): until then nothing that cannot be undone is done in their name. */
export async function hasWaitingRecovery(reader: Reader, accountId: AccountId): Promise<boolean> {
  return (await findOpen(reader, accountId)) !== undefined;
}

/** Whether such a recovery is one that whoever reads the address of the account was told of, and may stop: changing the address must not do it for them. */
export async function hasAnnouncedRecovery(tx: Tx, accountId: AccountId): Promise<boolean> {
  return (await findOpen(tx, accountId))?.kind === "lost";
}

async function findOpen(reader: Reader, accountId: AccountId) {
  const isOpen = inArray(accountRecoveries.state, ["asked", "waiting"]);
  const [open] = await reader
    .select({ kind: accountRecoveries.kind })
    .from(accountRecoveries)
    .where(and(eq(accountRecoveries.accountId, accountId), isOpen))
    .limit(1);
  return open;
}
