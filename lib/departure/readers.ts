import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { applicantSectionKey } from "@/lib/demarches/form";
import type { AccountId, DemandeId } from "@/lib/shared/ids";

/** Who was written to about demandes: their accounts, and the addresses of these accounts or given in the answers. */
export async function readersOf(
  tx: Tx,
  ids: readonly DemandeId[],
): Promise<{ addresses: string[]; accountIds: AccountId[] }> {
  const owners = await tx
    .selectDistinct({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .innerJoin(demandes, eq(demandes.accountId, accounts.id))
    .where(inArray(demandes.id, [...ids]));
  const answered = sql<string | null>`${demandeRevisions.answers} -> ${applicantSectionKey}::text ->> 'email'`;
  const answers = await tx
    .selectDistinct({ email: answered })
    .from(demandeRevisions)
    .where(and(inArray(demandeRevisions.demandeId, [...ids]), isNotNull(answered)));
  const addresses = new Set([...owners, ...answers].flatMap(({ email }) => email ?? []));
  return { addresses: [...addresses], accountIds: owners.map(({ id }) => id) };
}
