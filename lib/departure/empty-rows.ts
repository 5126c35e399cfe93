import { inArray, isNotNull, ne, or } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";

/** What a row says of a person, and what opens the account. */
const nothing = {
  email: null,
  username: null,
  passwordHash: null,
  civility: null,
  firstName: null,
  lastName: null,
  addressLine: null,
  addressExtra: null,
  postalCode: null,
  commune: null,
  phone: null,
  mobile: null,
  walletKey: null,
  termsAcceptedAt: null,
  validationReason: null,
  pendingProfile: null,
  suspendedAt: null,
  suspensionReason: null,
  frozenAt: null,
  frozenParties: null,
  reopenedAt: null,
  lastSeenAt: null,
} as const;
const columns = Object.keys(nothing) as (keyof typeof nothing)[];

/** The rows stay, for what was counted: when an account began and ended, of which kind. Nothing in them leads to anybody. */
export async function emptyRows(tx: Tx, ids: readonly AccountId[]): Promise<void> {
  const usual = { preferredContact: "email", mutedNotifications: [], validation: "validated" } as const;
  await tx
    .update(accounts)
    .set({ ...nothing, ...usual, searchText: "", idleNotices: 0 })
    .where(inArray(accounts.id, [...ids]));
}

/** Whether a row that should be empty still says something. */
export function saysSomething() {
  return or(...columns.map((column) => isNotNull(accounts[column])), ne(accounts.searchText, ""));
}
