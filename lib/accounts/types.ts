import type { AccountId, SessionId } from "@/lib/shared/ids";

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
