import { asc, eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { accounts } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import { countRelations } from "@/lib/relations/queries";
import { countWalletDocuments } from "@/lib/wallet/queries";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { statusLabel } from "@/lib/demandes/rules/status-words";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { canLeave, fateOf, isWithdrawable } from "../policy";
import type { Departure, LeavingDemande } from "../types";

/** What goes with an account, and what becomes of each demande; null for an account that nobody leaves. */
export async function readDeparture(accountId: AccountId, chosen: ReadonlySet<DemandeId>): Promise<Departure | null> {
  const [account] = await database()
    .select({ email: accounts.email, status: accounts.status })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .limit(1);
  if (!account?.email || !canLeave(account.status)) return null;
  const [all, relationCount, documentCount] = await Promise.all([
    listLeaving(accountId, chosen),
    countRelations(accountId),
    countWalletDocuments(accountId),
  ]);
  return {
    email: account.email,
    relations: relationCount,
    documents: documentCount,
    drafts: all.filter(({ fate }) => fate === "erased"),
    underWay: all.filter(({ fate }) => fate === "withdrawn" || fate === "finishes"),
    finished: all.filter(({ fate }) => fate === "anonymised"),
  };
}

async function listLeaving(accountId: AccountId, chosen: ReadonlySet<DemandeId>): Promise<LeavingDemande[]> {
  const rows = await database()
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      versionId: demandes.versionId,
      demarcheTitle: demarches.title,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(eq(demandes.accountId, accountId))
    .orderBy(asc(demandes.createdAt), asc(demandes.id));
  return Promise.all(
    rows.map(async ({ status, versionId, ...row }) => ({
      ...row,
      statusLabel: statusLabel(status, (await getVersion(versionId)).definition),
      fate: fateOf(status, chosen.has(row.id)),
      canWithdraw: isWithdrawable(status),
    })),
  );
}
