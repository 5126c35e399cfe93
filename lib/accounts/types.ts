import type { AccountId, SessionId } from "@/lib/shared/ids";
import type { AccountKind, Civility, ContactChannel } from "@/lib/vocabulary/roles";

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

/** What a link of an e-mail opens: the page says each case in its own words. */
export type LinkView = { state: "valid"; email: string } | { state: "expired" | "used" | "unknown" };

/** What FranceConnect proved to this browser: the SHA-256 of its identifier, and the token that ends its session there. */
export type Identity = { subjectHash: string; idToken: string };
/** An identity whose bearer asked for an account at this address. */
export type InvitedIdentity = Identity & { email: string };
