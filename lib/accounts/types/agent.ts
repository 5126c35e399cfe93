import type { AccountStatus, AccountValidation, RecoveryKind, RecoveryState } from "@/db/schema/accounts";
import type { RecoveryProblem } from "../rules/recovery-problem";
import type { AccountId, RecoveryId } from "@/lib/shared/ids";
import type { AccountKind, Civility, ContactChannel } from "@/lib/vocabulary/roles";

export type { AccountStatus, AccountValidation, RecoveryKind, RecoveryState };

/** What agents look for, and the word of each in an address. */
export const accountViews = ["all", "to_validate", "changes", "suspended", "frozen", "recoveries"] as const;
export type AccountView = (typeof accountViews)[number];
export const accountViewLabels: Record<AccountView, string> = {
  all: "Tous",
  to_validate: "À valider",
  changes: "Modification en attente",
  suspended: "Suspendus",
  frozen: "Gelés",
  recoveries: "Récupérations à confirmer",
};
export const accountViewSlugs: Record<AccountView, string> = {
  all: "tous",
  to_validate: "a-valider",
  changes: "modifications",
  suspended: "suspendus",
  frozen: "geles",
  recoveries: "recuperations",
};

export type AccountFilter = {
  view: AccountView;
  /** Words of the name, the identifiant or the e-mail. */ text?: string;
  cursor?: string;
};

/** Where an account stands, for those who look after it. */
export type AccountState = {
  status: AccountStatus;
  validation: AccountValidation;
  hasPendingChanges: boolean;
  hasOpenRecovery: boolean;
};

/** One line of the list. `email` is partly masked. */
export type AccountLine = AccountState & {
  id: AccountId;
  name: string;
  username: string | null;
  email: string;
  kind: AccountKind;
  createdAt: Date;
};
export type AccountPage = { lines: readonly AccountLine[]; next: string | null };

/** What waits for an agent, each counted up to `limit`. */
export type AccountCounters = { toValidate: number; changes: number; recoveries: number; limit: number };

/** A datum that the person wants to change, as it is read. */
export type HeldChange = { label: string; before: string; after: string };

/** F68. The address and the proof are read while it is open, and no longer. */
export type RecoveryView = {
  id: RecoveryId;
  kind: RecoveryKind;
  state: RecoveryState;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  undoneAt: Date | null;
  /** The soonest that it may be confirmed. */
  confirmableFrom: Date;
  isConfirmable: boolean;
  /** When what was confirmed takes effect. */
  effectiveAt: Date | null;
  /** Why the reader may not confirm it, whatever the hour; null where they may, and where it is not to be confirmed. */
  problem: RecoveryProblem | null;
  newEmail: string | null;
  proof: string | null;
  can: { confirm: boolean; refuse: boolean };
};

/** Everything an agent sees of an account: identity, contact, states, dates. No piece, no relation, no answer. */
export type AccountForAgent = AccountState & {
  id: AccountId;
  email: string;
  username: string | null;
  kind: AccountKind;
  civility: Civility | null;
  name: string;
  address: readonly string[];
  /** As it is dialled in France. */
  phone: string | null;
  mobile: string | null;
  preferredContact: ContactChannel;
  validationReason: string | null;
  suspendedAt: Date | null;
  suspensionReason: string | null;
  frozenAt: Date | null;
  createdAt: Date;
  activatedAt: Date | null;
  lastSeenAt: Date | null;
  changes: readonly HeldChange[];
  /** Tells this edition of the changes from a later one. */
  changesVersion: string;
  recoveries: readonly RecoveryView[];
  can: {
    validate: boolean;
    refuseValidation: boolean;
    decideChanges: boolean;
    suspend: boolean;
    reinstate: boolean;
    askRecovery: boolean;
    /** A recovery of a mailbox that somebody else reads. */
    askHeld: boolean;
    askReopening: boolean;
    seeJournal: boolean;
  };
};

/** What the owner reads of it. */
export type OwnValidation = { validation: AccountValidation; reason: string | null };
