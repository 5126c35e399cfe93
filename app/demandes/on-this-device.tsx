import { DevicePanel } from "@/components/demandes/device-panel";
import { findDeviceAccess } from "@/lib/demandes/queries/find-device-access";
import type { DemandeId } from "@/lib/shared/ids";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { keepDeviceAction } from "./actions";

/** On the pages of a demande, for who opens it without account. `here`: address of the page. */
export async function OnThisDevice({ demandeId, here }: { demandeId: DemandeId; here: string }) {
  const access = await findDeviceAccess(await currentVisitor(), demandeId);
  return access ? <DevicePanel demandeId={demandeId} access={access} here={here} keep={keepDeviceAction} /> : null;
}
