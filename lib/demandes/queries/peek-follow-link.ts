import { eq, sql } from "drizzle-orm";
import { demandes, demandeTokens } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { linkState } from "@/lib/proofs/one-time-link";
import type { DemandeId } from "@/lib/shared/ids";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import { isFollowToken } from "../access/follow-token";
import { ownedBy } from "../access/scope";

/** The demande of a link: its number once it is filed. Whoever holds the link holds the letter, where the number stands too. */
type Linked = {
  demandeId: DemandeId;
  number: string | null;
  /** The reader opens it already, as its account or on this device. */
  isOpen: boolean;
  /** It joined an account. */
  isClaimed: boolean;
};
export type FollowLinkView = { state: "unknown" } | ({ state: "valid" | Exclude<DeadLink, "unknown"> } & Linked);

/** What the link of an e-mail would do, and nothing more: whoever reads it, nothing is consumed. */
export async function peekFollowLink(actor: Actor, token: string): Promise<FollowLinkView> {
  const [found] = await database()
    .select({
      createdAt: demandeTokens.createdAt,
      expiresAt: demandeTokens.expiresAt,
      consumedAt: demandeTokens.consumedAt,
      demandeId: demandes.id,
      number: demandes.number,
      isOpen: sql<boolean>`(${ownedBy(actor)})`,
      isClaimed: sql<boolean>`(${demandes.accountId} is not null)`,
    })
    .from(demandeTokens)
    .innerJoin(demandes, eq(demandes.id, demandeTokens.demandeId))
    .where(isFollowToken(token))
    .limit(1);
  if (!found) return { state: "unknown" };
  const { createdAt, expiresAt, consumedAt, ...linked } = found;
  return { state: linkState({ createdAt, expiresAt, consumedAt }), ...linked };
}
