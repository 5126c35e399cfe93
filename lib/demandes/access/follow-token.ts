import { and, eq, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { demandes, demandeTokens } from "@/db/schema/demandes";
import { hashSecret } from "@/lib/kernel/crypto";

/** The link of a letter by its secret, joined to its demande: one filed without account, whether or not it joined one since. */
export function isFollowToken(token: string): SQL | undefined {
  return and(
    eq(demandeTokens.tokenHash, hashSecret(token)),
    eq(demandeTokens.purpose, "follow_up"),
    or(isNull(demandes.accountId), isNotNull(demandes.claimedAt)),
  );
}
