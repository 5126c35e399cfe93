import { randomBytes } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { fileDemande, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/outbox";
import { active } from "@/lib/accounts/testing";
import { makeNumber } from "@/lib/demandes/number";
import { isClosed } from "@/lib/demandes/status";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { askDeletion } from "./commands/ask-deletion";

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
  const [letter] = await database()
    .select({ content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.recipientHash, recipientHash(email)), eq(outbox.kind, "account.deletion")))
    .orderBy(desc(outbox.id))
    .limit(1);
  const { content } = JSON.parse(unseal("outbox", letter?.content ?? "")) as { content: MailContent };
  return new URL(content.action?.path ?? "/", "http://x").searchParams.get("jeton") ?? "";
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
