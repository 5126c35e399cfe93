import { versionOf } from "@/lib/kernel/seen-version";
import type { ServiceId } from "@/lib/shared/ids";

type Shown = { serviceId: ServiceId };

/** What the form that entrusts a démarche shows: of two administrators who entrust it at once, the second is told. */
export const entrustedShown = ({ serviceId }: Shown) => ({ serviceId });

export const entrustedVersion = (card: Shown) => versionOf(entrustedShown(card));
