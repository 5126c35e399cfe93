import { and, eq, isNull } from "drizzle-orm";
import { demandes, demandeTokens } from "@/db/schema/demandes";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { linkState } from "@/lib/kernel/one-time-link";
import type { TokenState } from "@/lib/vocabulary/tokens";

/** What the link of an e-mail would do, and nothing more: whoever reads it, nothing is consumed, nothing is told of the demande. */
export async function peekFollowLink(token: string): Promise<TokenState> {
  const [found] = await database()
    .select({
      createdAt: demandeTokens.createdAt,
      expiresAt: demandeTokens.expiresAt,
      consumedAt: demandeTokens.consumedAt,
    })
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
  return found ? linkState(found) : "unknown";
}
