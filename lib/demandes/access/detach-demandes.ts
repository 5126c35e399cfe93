import { and, inArray, ne, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { disownMailsAbout, forgetSentMailsAbout } from "@/lib/letters/outbox/forget-mails";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { contactHashOf } from "./contact-hash";

/**
 * Cuts the link between an account that goes and what it filed: from then on the demande is that of somebody without one, followed
 * by /suivi at the address that the account had. The caller has locked both.
 */
export async function detachDemandes(
  tx: Tx,
  account: { id: AccountId; email: string },
  ids: readonly DemandeId[],
): Promise<void> {
  await forgetSentMailsAbout(tx, ids);
  await disownMailsAbout(tx, ids, [account.id]);
  const contactHash = sql`coalesce(${demandes.contactHash}, ${contactHashOf(account.email)})`;
  await tx
    .update(demandes)
    .set({ accountId: null, relationId: null, claimedAt: null, contactHash })
    .where(inArray(demandes.id, [...ids]));
}

/** Filed without account, and attached to one of these at the very moment when it went. */
export async function detachClaimed(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  const claimed = await tx
    .update(demandes)
    .set({ accountId: null, relationId: null })
    .where(and(inArray(demandes.accountId, [...accountIds]), ne(demandes.status, "draft")))
    .returning({ id: demandes.id });
  await disownMailsAbout(
    tx,
    claimed.map(({ id }) => id),
    accountIds,
  );
}
