import { and, gt, lte, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { newId, type SessionId } from "@/lib/shared/ids";
import { sessionMinutes, type SessionKind } from "@/lib/vocabulary/session-minutes";

/** A session that is used is written at most once a minute. */
const touchEverySeconds = 60;
/** Characters of the words that name a browser. */
const longestDevice = 120;

/**
 * A session that opens now, with a new identifier: what the browser keeps (32 random bytes), and the row that answers for it, which keeps
 * their SHA-256; its owner is added by the module that writes it. `device`: browser and system, in words. `end`: whatever is asked
 * meanwhile.
 */
export function newSession(kind: SessionKind, device: string, end = clock.inMinutes(sessionMinutes[kind].absolute)) {
  const secret = newSecret();
  const now = clock.now();
  const row = {
    id: newId<SessionId>(),
    tokenHash: hashSecret(secret),
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: idleEnd(kind, end),
    expiresAt: end,
    device: device.slice(0, longestDevice),
  };
  return { secret, row };
}

/** What its use changes in a session; null while it was written less than a minute ago. */
export function touchOf(kind: SessionKind, { lastSeenAt, expiresAt }: { lastSeenAt: Date; expiresAt: Date }) {
  const now = clock.now();
  if (now.getTime() - lastSeenAt.getTime() < touchEverySeconds * 1000) return null;
  return { lastSeenAt: now, idleExpiresAt: idleEnd(kind, expiresAt) };
}

/** That a session is open now, as the condition of a query over their rows: neither idle too long, nor too old, nor used in the future. */
export function isLiveSession(
  sessions: Record<"lastSeenAt" | "idleExpiresAt" | "expiresAt", PgColumn>,
): SQL | undefined {
  const now = clock.now();
  return and(gt(sessions.idleExpiresAt, now), gt(sessions.expiresAt, now), lte(sessions.lastSeenAt, clock.horizon()));
}

/** When a session used now ends if nothing more is asked: never past its absolute end. */
function idleEnd(kind: SessionKind, end: Date): Date {
  return new Date(Math.min(clock.inMinutes(sessionMinutes[kind].idle).getTime(), end.getTime()));
}
