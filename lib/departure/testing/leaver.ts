import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { fileDemande, type Town } from "@/db/test/filed-demande";
import { lastLink } from "@/db/test/traces";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { active } from "@/lib/accounts/testing/accounts";
import { makeNumber } from "@/lib/demandes/rules/number";
import { isClosed } from "@/lib/demandes/status";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { askDeletion } from "../commands/ask-deletion";

/** For the tests of this module: somebody who leaves, and what is left of them. */
export async function leaver() {
  const { email, citizen } = await active();
  return { email, citizen };
}

/** The link of the letter, the requests under way as chosen. */
export async function deletionLink(citizen: Citizen, email: string, withdrawn: readonly DemandeId[] = []) {
  const fate = Object.fromEntries(withdrawn.map((id) => [id, "withdraw" as const]));
  const asked = await askDeletion(citizen, { fate });
  if (!asked.ok) throw new Error(asked.reason);
  return lastLink(email, "account.deletion");
}

/** A demande of somebody, in a state, under a number that can be looked for; a finished one was closed just now. */
export async function demandeIn(town: Town, citizen: Citizen, status: DemandeStatus) {
  const number = status === "draft" ? "" : makeNumber(2026, randomBytes(7));
  const { id } = await fileDemande(town, status, {
    accountId: citizen.accountId,
    closedAt: isClosed(status) ? clock.now() : null,
    number: number || null,
  });
  return { id, number };
}

export async function accountRow(id: AccountId) {
  const [row] = await database().select().from(accounts).where(eq(accounts.id, id));
  if (!row) throw new Error("the row of a deleted account stays");
  return row;
}

export async function demandeRow(id: DemandeId) {
  const [row] = await database().select().from(demandes).where(eq(demandes.id, id));
  return row ?? null;
}
