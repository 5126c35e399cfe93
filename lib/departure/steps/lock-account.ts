import { and, asc, eq, type SQL } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { canLeave } from "../policy";

export type OwnedDemande = { id: DemandeId; number: string | null; status: DemandeStatus; demarcheTitle: string };
export type LockedAccount = { id: AccountId; email: string; demandes: readonly OwnedDemande[] };

/**
 * Locks an account that goes, and what it filed: the demandes first, as whoever writes to one does, then the account, then
 * those that appeared meanwhile. Null when nobody leaves it (any more), or when it no longer is `still`.
 */
export async function lockAccount(tx: Tx, accountId: AccountId, still?: SQL): Promise<LockedAccount | null> {
  await lockDemandes(tx, accountId);
  const [account] = await tx
    .select({ email: accounts.email, status: accounts.status })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), still))
    .for("update");
  if (!account?.email || !canLeave(account.status)) return null;
  return { id: accountId, email: account.email, demandes: await lockDemandes(tx, accountId) };
}

async function lockDemandes(tx: Tx, accountId: AccountId): Promise<OwnedDemande[]> {
  return tx
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      demarcheTitle: demarches.title,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(eq(demandes.accountId, accountId))
    .orderBy(asc(demandes.id))
    .for("update", { of: demandes });
}
