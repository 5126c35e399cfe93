import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, type Result } from "@/lib/shared/result";
import { openOnDevice } from "../access/guest-access";
import { lockDemande } from "../moves/lock-demande";
import { isOwner } from "../policy";
import type { OnlyDemande } from "../schema/citizen";

/** « Cet appareil est à moi »: the device that opens this demande without account keeps it for ninety days. */
export async function keepDevice(actor: Actor, { demandeId }: OnlyDemande): Promise<Result<null, never>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    if (actor.kind !== "anonymous" || !actor.guest || !isOwner(actor, demande)) throw new NotFound();
    await openOnDevice(tx, { demandeId, guest: actor.guest, isOwnDevice: true, byLink: false });
    await record("demande.device_kept", demandeId);
    return done(null);
  });
}
