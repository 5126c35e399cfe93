import { demandeTokens } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { newId, type DemandeId, type TokenId } from "@/lib/shared/ids";
import { daysToMinutes, demandeLimits } from "./limits";

/**
 * A new link that lets a person without account follow a demande (F93): 256 bits, of which the table keeps the SHA-256.
 * Each serves once. Unlike the links that open an account, a newer one does not void the older: every e-mail about a
 * demande carries its own, and the récépissé must stay useful after the next e-mail.
 */
export async function newFollowLink(tx: Tx, demandeId: DemandeId): Promise<string> {
  const secret = newSecret();
  await tx.insert(demandeTokens).values({
    id: newId<TokenId>(),
    demandeId,
    purpose: "follow_up",
    tokenHash: hashSecret(secret),
    createdAt: clock.now(),
    expiresAt: clock.inMinutes(daysToMinutes(demandeLimits.followLinkDays)),
  });
  return `/suivi/ouvrir?jeton=${secret}`;
}
