import { and, gt, isNull, lte, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { newId, type TokenId } from "@/lib/shared/ids";
import { tokenMinutes, type LinkPurpose, type TokenState } from "@/lib/vocabulary/tokens";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";

/** What a letter carries of a link: the table keeps the hash alone. */
export type IssuedToken = { id: TokenId; secret: string };

/** A link of 256 bits, with the row that answers for it: its owner is added by the module that writes it. */
export function newLink<P extends LinkPurpose>(purpose: P) {
  const token: IssuedToken = { id: newId<TokenId>(), secret: newSecret() };
  const row = {
    id: token.id,
    purpose,
    tokenHash: hashSecret(token.secret),
    createdAt: clock.now(),
    expiresAt: clock.inMinutes(tokenMinutes[purpose]),
  };
  return { token, row };
}

type Link = { createdAt: Date; expiresAt: Date; consumedAt: Date | null };

/**
 * What a link that was found opens today. Once used, it says so even after its time. One that was given in the future would
 * outlive what its letter says.
 */
export function linkState({ createdAt, expiresAt, consumedAt }: Link): Exclude<TokenState, "unknown"> {
  if (consumedAt) return "used";
  return expiresAt <= clock.now() || createdAt > clock.horizon() ? "expired" : "valid";
}

/** That a link is valid today, as the condition of a query over the rows of links. */
export function isLive(links: Record<"createdAt" | "expiresAt" | "consumedAt", PgColumn>): SQL | undefined {
  return and(isNull(links.consumedAt), gt(links.expiresAt, clock.now()), lte(links.createdAt, clock.horizon()));
}
