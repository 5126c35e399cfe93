import { and, inArray, isNotNull, isNull, like, sql } from "drizzle-orm";
import {
  attachments,
  correctionItems,
  demandeEvents,
  demandeGuests,
  demandeRevisions,
  demandes,
  demandeTokens,
} from "@/db/schema/demandes";
import { messages } from "@/db/schema/messages";
import { notifications } from "@/db/schema/notifications";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { forgetMailsAbout } from "@/lib/letters/forget-mails";
import type { Work } from "@/lib/kernel/transact";
import { forgetBlobs } from "@/lib/files/vault";
import type { DemandeId } from "@/lib/shared/ids";

/**
 * Takes from finished demandes, locked by the caller, everything that speaks of somebody: answers, files, names, messages,
 * reasons, keys and links, the account (F7). The démarche, the dates, the states and who decided stay: what statistics need.
 */
export async function anonymiseDemandes({ tx, record }: Work, ids: readonly DemandeId[]): Promise<void> {
  if (ids.length === 0) return;
  await forgetMailsAbout(tx, ids);
  await eraseFiles(tx, ids);
  await emptyWords(tx, ids);
  await cutLinks(tx, ids);
  await tx
    .update(demandes)
    .set({
      accountId: null,
      relationId: null,
      filingId: null,
      claimedAt: null,
      applicantName: null,
      beneficiaryName: null,
      searchName: "",
      contactHash: null,
      statusReason: null,
      // Nothing is sealed under it: the key of what was is gone with its column.
      fileKey: newWrappedKey("demande"),
      anonymisedAt: clock.now(),
    })
    .where(inArray(demandes.id, [...ids]));
  for (const id of ids) await record("demande.anonymised", id);
}

async function eraseFiles(tx: Tx, ids: readonly DemandeId[]): Promise<void> {
  const gone = await tx
    .delete(attachments)
    .where(inArray(attachments.demandeId, [...ids]))
    .returning({ storageKey: attachments.storageKey });
  await forgetBlobs(
    tx,
    gone.map(({ storageKey }) => storageKey),
  );
}

/** What people wrote: answers, messages, reasons, comments. Messages that nobody opened no longer wait for anyone. */
async function emptyWords(tx: Tx, ids: readonly DemandeId[]): Promise<void> {
  const all = [...ids];
  await tx
    .delete(demandeRevisions)
    .where(and(inArray(demandeRevisions.demandeId, all), isNull(demandeRevisions.submittedAt)));
  await tx.update(demandeRevisions).set({ answers: {} }).where(inArray(demandeRevisions.demandeId, all));
  await tx
    .update(demandeEvents)
    .set({ reason: null })
    .where(and(inArray(demandeEvents.demandeId, all), isNotNull(demandeEvents.reason)));
  await tx.update(correctionItems).set({ comment: "" }).where(inArray(correctionItems.demandeId, all));
  await tx
    .update(messages)
    .set({ body: "", readAt: sql`coalesce(${messages.readAt}, ${clock.now().toISOString()}::timestamptz)` })
    .where(inArray(messages.demandeId, all));
}

/** What leads from somebody to the demande: devices, links of e-mails, lines of the account's notifications. */
async function cutLinks(tx: Tx, ids: readonly DemandeId[]): Promise<void> {
  const all = [...ids];
  await tx.delete(demandeGuests).where(inArray(demandeGuests.demandeId, all));
  await tx.delete(demandeTokens).where(inArray(demandeTokens.demandeId, all));
  // By values, not by a join: only these accounts' lines are read.
  const owned = await tx
    .select({ accountId: demandes.accountId, number: demandes.number })
    .from(demandes)
    .where(inArray(demandes.id, all));
  const owners = [...new Set(owned.flatMap(({ accountId }) => accountId ?? []))];
  if (owners.length === 0) return;
  const isAbout = inArray(
    sql`split_part(${notifications.path}, '/', 4)`,
    owned.flatMap(({ number }) => number ?? []),
  );
  const leadsThere = and(like(notifications.path, "/espace/demandes/%"), isAbout);
  await tx.delete(notifications).where(and(inArray(notifications.accountId, owners), leadsThere));
}
