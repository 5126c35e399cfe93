import type { AccountId, SessionId } from "@/lib/shared/ids";
import type { AccountKind, Civility, ContactChannel } from "@/lib/vocabulary/roles";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import type { HeldColumn } from "../rules/held-columns";

/** A citizen's session, as it is read at each request. */
export type AccountSession = {
  sessionId: SessionId;
  accountId: AccountId;
  firstName: string;
  lastName: string;
  lastSeenAt: Date;
  idleExpiresAt: Date;
  expiresAt: Date;
};

/** One of the places where the account is open now (« Mes connexions »). */
export type SessionView = {
  sessionId: SessionId;
  /** « Firefox sur Windows » */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  isCurrent: boolean;
};

/** Data of the account; what was never given is null. Telephones in international form. */
export type Profile = {
  email: string;
  username: string;
  kind: AccountKind;
  civility: Civility | null;
  firstName: string;
  lastName: string;
  addressLine: string | null;
  addressExtra: string | null;
  postalCode: string | null;
  commune: string | null;
  phone: string | null;
  mobile: string | null;
  preferredContact: ContactChannel;
  mutedNotifications: readonly string[];
};

/** T11: what the person asked to change and no agent accepted yet; only what differs. */
export type PendingChanges = Partial<Record<HeldColumn, string | null>>;

/** The account on its owner's own pages: telephones as they are read, and what still waits for an agent (F44). */
export type AccountSheet = Profile & {
  pending: PendingChanges | null;
  validation: "pending" | "validated" | "refused";
  validationReason: string | null;
};

/** What a link of an e-mail opens: the page says each case in its own words. */
export type LinkView = { state: "valid"; email: string } | { state: DeadLink };
export type WayBackView = { state: "valid"; email: string; isDispute: boolean } | { state: DeadLink };

/** What FranceConnect proved to this browser: the SHA-256 of its identifier, and the token that ends its session there. */
export type Identity = { subjectHash: string; idToken: string };
/** An identity whose bearer asked for an account at this address. */
export type InvitedIdentity = Identity & { email: string };
