import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { applicantSectionKey } from "@/lib/demarches/form";
import type { DemandeId } from "@/lib/shared/ids";

/** The addresses that were written to about demandes: those of their accounts, and those given in their answers. */
export async function addressesOf(tx: Tx, ids: readonly DemandeId[]): Promise<string[]> {
  const ofAccounts = tx
    .select({ email: accounts.email })
    .from(accounts)
    .innerJoin(demandes, eq(demandes.accountId, accounts.id))
    .where(and(inArray(demandes.id, [...ids]), isNotNull(accounts.email)));
  const answered = sql<string | null>`${demandeRevisions.answers} -> ${applicantSectionKey}::text ->> 'email'`;
  const ofAnswers = tx
    .select({ email: answered })
    .from(demandeRevisions)
    .where(inArray(demandeRevisions.demandeId, [...ids]));
  const rows = [...(await ofAccounts), ...(await ofAnswers)];
  return [...new Set(rows.flatMap(({ email }) => email ?? []))];
}
