import { and, asc, eq } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import { openSealed } from "@/lib/files/storing/vault";
import { antivirus } from "@/lib/ports/antivirus";
import type { AttachmentId, DemandeId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { lockDemande } from "../moves/lock-demande";

const batch = 50;

/** Asks the antivirus again about files that it could not judge when they arrived, until it says that it still cannot. */
export async function rescanPendingFiles(actor: System, limits: Limits): Promise<number> {
  let isAway = false;
  return oneByOne<Unjudged>(limits, {
    size: batch,
    find: (last) => (isAway ? Promise.resolve([]) : findUnjudged(last)),
    handle: async ({ id, demandeId, storageKey, fileKey }) => {
      if (isAway) return 0;
      const scan = await antivirus().scan(await openSealed(unwrapKey("demande", fileKey), storageKey));
      isAway = scan === "pending";
      if (scan === "pending") return 0;
      await keepVerdict(actor, demandeId, id, scan);
      return 1;
    },
  });
}

type Unjudged = { id: AttachmentId; at: Date; demandeId: DemandeId; storageKey: string; fileKey: string };

async function findUnjudged(last: Unjudged | null): Promise<Unjudged[]> {
  return database()
    .select({
      id: attachments.id,
      at: attachments.createdAt,
      demandeId: attachments.demandeId,
      storageKey: attachments.storageKey,
      fileKey: demandes.fileKey,
    })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(and(eq(attachments.scan, "pending"), newerThan(attachments.createdAt, attachments.id, last)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
    .limit(batch);
}

async function keepVerdict(
  actor: System,
  demandeId: DemandeId,
  id: AttachmentId,
  scan: "clean" | "infected",
): Promise<void> {
  await transact<null, never>(actor, async ({ tx, record }) => {
    await lockDemande(tx, actor, demandeId);
    await tx.update(attachments).set({ scan }).where(eq(attachments.id, id));
    await record("attachment.scanned", id, { scan });
    return done(null);
  });
}
