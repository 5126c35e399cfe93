import { and, eq, isNull } from "drizzle-orm";
import { demandeTokens } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { newLink, type IssuedToken } from "@/lib/proofs/one-time-link";
import type { DemandeId } from "@/lib/shared/ids";

/**
 * A new link that lets a person without account follow a demande (F93): 256 bits, of which the table keeps the SHA-256.
 * Each serves once. Unlike the links that open an account, a newer one does not void the older: every e-mail about a
 * demande carries its own, and the récépissé must stay useful after the next e-mail.
 */
export async function newFollowLink(tx: Tx, demandeId: DemandeId): Promise<string> {
  const { token, row } = newLink("follow_up");
  await tx.insert(demandeTokens).values({ ...row, demandeId });
  return pathOf(token);
}

/** As `newFollowLink`, one for each of these demandes. */
export async function newFollowLinks(tx: Tx, ids: readonly DemandeId[]): Promise<Map<DemandeId, string>> {
  const links = ids.map((demandeId) => ({ demandeId, ...newLink("follow_up") }));
  if (links.length > 0)
    await tx.insert(demandeTokens).values(links.map(({ demandeId, row }) => ({ ...row, demandeId })));
  return new Map(links.map(({ demandeId, token }) => [demandeId, pathOf(token)]));
}

const pathOf = ({ secret }: IssuedToken) => `/suivi/ouvrir?jeton=${secret}`;

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
