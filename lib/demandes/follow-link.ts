import { and, eq, isNull } from "drizzle-orm";
import { demandeTokens } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { newLink } from "@/lib/kernel/one-time-link";
import type { DemandeId } from "@/lib/shared/ids";

/**
 * A new link that lets a person without account follow a demande (F93): 256 bits, of which the table keeps the SHA-256.
 * Each serves once. Unlike the links that open an account, a newer one does not void the older: every e-mail about a
 * demande carries its own, and the récépissé must stay useful after the next e-mail.
 */
export async function newFollowLink(tx: Tx, demandeId: DemandeId): Promise<string> {
  const { token, row } = newLink("follow_up");
  await tx.insert(demandeTokens).values({ ...row, demandeId });
  return `/suivi/ouvrir?jeton=${token.secret}`;
}

/** The links sent so far open nothing any more: they went to an address that was not the applicant's. */
export async function voidFollowLinks(tx: Tx, demandeId: DemandeId): Promise<void> {
  await tx
    .delete(demandeTokens)
    .where(
      and(
        eq(demandeTokens.demandeId, demandeId),
        eq(demandeTokens.purpose, "follow_up"),
        isNull(demandeTokens.consumedAt),
      ),
    );
}
