import { newId, type TokenId } from "@/lib/shared/ids";
import { tokenMinutes, type LinkPurpose, type TokenState } from "@/lib/vocabulary/tokens";
import { clock } from "./clock";
import { hashSecret, newSecret } from "./crypto";

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

/** What a link that was found opens today. Once used, it says so even after its time. */
export function linkState(link: { expiresAt: Date; consumedAt: Date | null }): Exclude<TokenState, "unknown"> {
  if (link.consumedAt) return "used";
  return link.expiresAt <= clock.now() ? "expired" : "valid";
}
