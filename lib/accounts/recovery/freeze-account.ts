import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { seal, unseal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { forgetWaitingMailsOf } from "@/lib/letters/outbox/forget-mails";
import type { FactsOf } from "@/lib/letters/kinds";
import { post } from "@/lib/letters/outbox/post";
import type { Work } from "@/lib/kernel/transact";
import type { AccountId } from "@/lib/shared/ids";
import { endAccess } from "../access/end-access";

/** Two people, or more, say that an account is theirs: the addresses that they gave, or read. */
type Parties = readonly string[];

type Told =
  "account.frozen" | "account.held" | "account.reopening_asked" | "account.still_frozen" | "account.reopened_to_others";
/** One of the letters that name nobody, and carry no link that does anything. */
export type PartyNotice = { [K in Told]: { kind: K; facts: FactsOf<K> } }[Told];

/**
 * Closes a locked account to everybody, until agents have seen who it belongs to (docs/decisions/024): no door opens, no link works, not even those
 * that protect, nothing waits to be mailed. Both parties are told the same.
 */
export async function freezeAccount(
  { tx, record }: Work,
  accountId: AccountId,
  parties: Parties,
  notice: PartyNotice,
): Promise<void> {
  const [row] = await tx
    .select({ frozenParties: accounts.frozenParties, frozenAt: accounts.frozenAt })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const all = [...new Set([...readParties(row?.frozenParties ?? null), ...parties])];
  const frozenAt = row?.frozenAt ?? clock.now();
  await tx
    .update(accounts)
    .set({ status: "frozen", frozenAt, frozenParties: seal("recovery", JSON.stringify(all)) })
    .where(eq(accounts.id, accountId));
  await endAccess(tx, accountId, []);
  await forgetWaitingMailsOf(tx, [accountId]);
  await tellParties(tx, accountId, all, notice);
  if (!row?.frozenAt) await record("account.frozen", accountId);
}

/** The only letters that leave for an account that is frozen: to whoever says that it is theirs. */
export async function tellParties(
  tx: Tx,
  accountId: AccountId,
  parties: Parties,
  { kind, facts }: PartyNotice,
): Promise<void> {
  const at = clock.now().toISOString();
  for (const [rank, to] of parties.entries())
    await post(tx, kind, facts, { to, name: null, accountId, key: `account.frozen:${accountId}:${at}:${rank}` });
}

/** `sealed`: as the table keeps them; null where nobody quarrels. */
export function readParties(sealed: string | null): string[] {
  return sealed === null ? [] : (JSON.parse(unseal("recovery", sealed)) as string[]);
}
