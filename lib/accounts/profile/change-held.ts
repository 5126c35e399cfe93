import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { Work } from "@/lib/kernel/transact";
import { readAccountSettings } from "@/lib/organisation/settings/account-settings";
import type { AccountId } from "@/lib/shared/ids";
import { heldColumns, type HeldColumn } from "../rules/held-columns";
import type { PendingChanges } from "../types/account";
import { writeProfile } from "./write-profile";

type Changes = Partial<Pick<typeof accounts.$inferInsert, HeldColumn>>;

/**
 * In the caller's transaction. Where agents validate accounts (T11, F44) nothing applies yet: what differs from the account
 * joins what waits already, and what comes back to the account's own words no longer waits. Gives « saved » or « held ».
 */
export async function changeHeldIn(
  { tx, record, unrecorded }: Work,
  accountId: AccountId,
  changes: Changes,
): Promise<"saved" | "held"> {
  const { pendingProfile: before, ...known } = await lockHeld(tx, accountId);
  const { validatedByAgent } = await readAccountSettings(tx);
  const untouched = without(before ?? {}, changes);

  if (!validatedByAgent) {
    await writeProfile(tx, accountId, changes);
    if (before) await writePending(tx, accountId, untouched);
    await record("account.profile_changed", accountId);
    return "saved";
  }
  const asked = differing(known, changes);
  const outcome = Object.keys(asked).length > 0 ? "held" : "saved";
  const after = { ...untouched, ...asked };
  if (sameChanges(before ?? {}, after)) {
    unrecorded("nothing new is asked");
    return outcome;
  }
  await writePending(tx, accountId, after);
  const columns = Object.keys(after).join(" ");
  if (columns === "") await record("account.changes_withdrawn", accountId);
  else await record("account.changes_asked", accountId, { columns });
  return outcome;
}

/** What waits for an agent, as the table keeps it: null when nothing does. In the caller's transaction. */
export async function writePending(tx: Tx, accountId: AccountId, pending: PendingChanges): Promise<void> {
  const pendingProfile = Object.keys(pending).length > 0 ? pending : null;
  await tx.update(accounts).set({ pendingProfile }).where(eq(accounts.id, accountId));
}

/** The row of an active account, locked. Throws NotFound. */
export async function lockHeld(tx: Tx, accountId: AccountId) {
  const [row] = await tx
    .select({
      civility: accounts.civility,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      addressLine: accounts.addressLine,
      addressExtra: accounts.addressExtra,
      postalCode: accounts.postalCode,
      commune: accounts.commune,
      phone: accounts.phone,
      mobile: accounts.mobile,
      pendingProfile: accounts.pendingProfile,
    })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")))
    .for("update");
  if (!row) throw new NotFound();
  return row;
}

/** What the form of an account may have shown of each column: what waits for an agent, then what the account says. */
export function shownOf({ pendingProfile, ...row }: Awaited<ReturnType<typeof lockHeld>>) {
  const waiting: PendingChanges = pendingProfile ?? {};
  const both = (column: HeldColumn) => [column in waiting ? (waiting[column] ?? null) : row[column], row[column]];
  return Object.fromEntries(heldColumns.map((column) => [column, both(column)])) as Record<
    HeldColumn,
    (string | null)[]
  >;
}

function without(pending: PendingChanges, changes: Changes): PendingChanges {
  return Object.fromEntries(Object.entries(pending).filter(([column]) => !(column in changes)));
}

function differing(known: Changes, changes: Changes): PendingChanges {
  const names = heldColumns.filter((name) => name in changes && (changes[name] ?? null) !== (known[name] ?? null));
  return Object.fromEntries(names.map((name) => [name, changes[name] ?? null]));
}

function sameChanges(one: PendingChanges, other: PendingChanges): boolean {
  return heldColumns.every((name) => name in one === name in other && one[name] === other[name]);
}
