import { and, eq, inArray } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { forgetBlobs } from "@/lib/files/storing/vault";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { lockDemande } from "../moves/lock-demande";
import { canDelete, isOwner } from "../policy";
import type { OnlyDemande } from "../schema/citizen";

/** Erases a draft and its files at once. « not_draft »: it was submitted; it can be withdrawn instead. */
export async function deleteDraft(actor: Actor, { demandeId }: OnlyDemande): Promise<Result<null, "not_draft">> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    if (!isOwner(actor, demande)) throw new NotFound();
    if (!canDelete(actor, demande)) return refuse("not_draft");

    await eraseDrafts(tx, [demandeId]);
    await record("demande.deleted", demandeId);
    return done(null);
  });
}

/** The rows, their answers and the names of their files go now; the bytes follow by the worker. */
export async function eraseDrafts(tx: Tx, demandeIds: readonly DemandeId[]): Promise<void> {
  const files = await tx
    .select({ storageKey: attachments.storageKey })
    .from(attachments)
    .where(inArray(attachments.demandeId, [...demandeIds]));
  await forgetBlobs(
    tx,
    files.map(({ storageKey }) => storageKey),
  );
  await tx.delete(demandes).where(and(inArray(demandes.id, [...demandeIds]), eq(demandes.status, "draft")));
}
