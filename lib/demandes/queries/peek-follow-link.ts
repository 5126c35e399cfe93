import { and, eq, isNull } from "drizzle-orm";
import { demandes, demandeTokens } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";

export type FollowLinkState = "ok" | "expired" | "used" | "unknown";

/** What the link of an e-mail would do, and nothing more: whoever reads it, nothing is consumed, nothing is told of the demande. */
export async function peekFollowLink(token: string): Promise<FollowLinkState> {
  const [found] = await database()
    .select({ expiresAt: demandeTokens.expiresAt, consumedAt: demandeTokens.consumedAt })
    .from(demandeTokens)
    .innerJoin(demandes, eq(demandes.id, demandeTokens.demandeId))
    .where(
      and(
        eq(demandeTokens.tokenHash, hashSecret(token)),
        eq(demandeTokens.purpose, "follow_up"),
        isNull(demandes.accountId),
      ),
    )
    .limit(1);
  if (!found) return "unknown";
  if (found.consumedAt) return "used";
  return found.expiresAt <= clock.now() ? "expired" : "ok";
}
