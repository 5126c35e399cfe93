import { and, inArray, isNull } from "drizzle-orm";
import {
  attachments,
  correctionItems,
  demandeEvents,
  demandeGuests,
  demandeRevisions,
  demandes,
  demandeTokens,
  guestKeys,
} from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { claim, type Anonymised, type Personal } from "@/lib/kernel/personal-data";
import { forgetBlobs } from "@/lib/files/storing/vault";
import { copyOfDemandes } from "./copy/copy-of-demandes";

const counted = { kept: "the démarche, the dates, the states and who decided are counted; they lead to nobody" };
const gone = { becomes: null };

/**
 * A demande that is anonymised (F7) loses everything that speaks of somebody: answers, files, names, reasons, keys and links, the
 * account. With an account go its drafts, by `eraseDrafts`; what is filed goes on, is withdrawn or is anonymised (T4).
 */
export const demandesPersonal = {
  tables: {
    attachments: claim(
      attachments,
      { with: "demande", by: attachments.demandeId },
      {
        id: "erased",
        demandeId: "erased",
        fieldPath: "erased",
        origin: "erased",
        addedIn: "erased",
        removedIn: "erased",
        position: "erased",
        name: "erased",
        mediaType: "erased",
        size: "erased",
        sha256: "erased",
        storageKey: "erased",
        scan: "erased",
        isFrozen: "erased",
        createdAt: "erased",
      },
    ),
    demandeRevisions: claim(
      demandeRevisions,
      { with: "demande", by: demandeRevisions.demandeId },
      {
        demandeId: counted,
        number: counted,
        answers: { becomes: {} },
        edition: counted,
        createdAt: counted,
        updatedAt: counted,
        submittedAt: counted,
      },
    ),
    demandeEvents: claim(
      demandeEvents,
      { with: "demande", by: demandeEvents.demandeId },
      {
        id: counted,
        demandeId: counted,
        at: counted,
        actor: counted,
        agentId: counted,
        fromStatus: counted,
        toStatus: counted,
        revision: counted,
        reason: gone,
      },
    ),
    correctionItems: claim(
      correctionItems,
      { with: "demande", by: correctionItems.demandeId },
      {
        demandeId: counted,
        revision: counted,
        fieldPath: counted,
        reason: counted,
        comment: { becomes: "" },
      },
    ),
    demandeGuests: claim(
      demandeGuests,
      { with: "demande", by: demandeGuests.demandeId },
      { demandeId: "erased", guestHash: "erased", byLink: "erased", createdAt: "erased", expiresAt: "erased" },
    ),
    guestKeys: claim(
      guestKeys,
      { with: "time", task: "sessions-et-liens" },
      {
        hash: "erased",
        isKept: "erased",
        createdAt: "erased",
        lastSeenAt: "erased",
        idleExpiresAt: "erased",
        expiresAt: "erased",
      },
    ),
    demandeTokens: claim(
      demandeTokens,
      { with: "demande", by: demandeTokens.demandeId },
      {
        id: "erased",
        demandeId: "erased",
        purpose: "erased",
        tokenHash: "erased",
        createdAt: "erased",
        expiresAt: "erased",
        consumedAt: "erased",
      },
    ),
    demandes: claim(
      demandes,
      { with: "demande", by: demandes.id },
      {
        id: counted,
        number: counted,
        demarcheId: counted,
        versionId: counted,
        serviceId: counted,
        status: counted,
        accountId: gone,
        relationId: gone,
        applicantName: gone,
        beneficiaryName: gone,
        searchName: { becomes: "" },
        contactHash: gone,
        agentId: counted,
        revision: counted,
        step: counted,
        lockVersion: counted,
        // Nothing is sealed under it: the key of what was is gone with its column.
        fileKey: { becomes: () => newWrappedKey("demande") },
        statusReason: gone,
        createdAt: counted,
        updatedAt: counted,
        submittedAt: counted,
        dueAt: counted,
        closedAt: counted,
        claimedAt: gone,
        contactCorrectedAt: counted,
        invitedAt: counted,
        anonymisedAt: { becomes: () => clock.now() },
        filingId: gone,
      },
      demandes.accountId,
    ),
  },
  anonymise: forgetFilesAndChanges,
  copy: copyOfDemandes,
} satisfies Personal;

/** The bytes follow by the worker. A change that was never submitted was seen by nobody. */
async function forgetFilesAndChanges(tx: Tx, leaving: readonly Anonymised[]): Promise<void> {
  const ids = leaving.map(({ id }) => id);
  const files = await tx
    .select({ storageKey: attachments.storageKey })
    .from(attachments)
    .where(inArray(attachments.demandeId, ids));
  await forgetBlobs(
    tx,
    files.map(({ storageKey }) => storageKey),
  );
  const isOpen = and(inArray(demandeRevisions.demandeId, ids), isNull(demandeRevisions.submittedAt));
  await tx.delete(demandeRevisions).where(isOpen);
}
