import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { lockDemande } from "../moves/lock-demande";
import { dropOpenRevision, ensureOpenRevision } from "../revision/open-revision";
import { canChange, isOwner } from "../policy";
import type { OnlyDemande } from "../schema/citizen";

/**
 * Opens the form of a filed demande again, to change it while it waits or to correct what the service named. Opening it
 * twice takes up the same change. « not_editable »: its state does not allow it any more.
 */
export async function openRevision(
  actor: Actor,
  { demandeId }: OnlyDemande,
): Promise<Result<{ demandeId: DemandeId }, "not_editable">> {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    if (!isOwner(actor, demande)) throw new NotFound();
    if (!canChange(actor, demande)) return refuse("not_editable");

    const { isNew, number } = await ensureOpenRevision(tx, demande);
    if (isNew) await record("demande.revision_opened", demandeId, { revision: number });
    else unrecorded("the change was already open");
    return done({ demandeId });
  });
}

/** Gives up a change begun and not submitted: what was filed stays as it was. « not_editable »: it is a draft, or nothing is open. */
export async function discardRevision(
  actor: Actor,
  { demandeId }: OnlyDemande,
): Promise<Result<{ number: string | null }, "not_editable">> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    if (!isOwner(actor, demande)) throw new NotFound();
    if (!(await dropOpenRevision(tx, demande))) return refuse("not_editable");

    await record("demande.revision_dropped", demandeId);
    return done({ number: demande.number });
  });
}
