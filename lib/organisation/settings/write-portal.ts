import type { Tx } from "@/lib/kernel/database";
import { lockSetting, writeSetting } from "./lock-setting";
import { portalKey, readPortal, type PortalSetting } from "./portal";

/** Changes what the town says of itself. Of two administrators who write at once, neither undoes what the other changed elsewhere. */
export async function writePortal(tx: Tx, change: (before: PortalSetting) => PortalSetting): Promise<void> {
  const value = change(await lockPortal(tx));
  await writeSetting(tx, portalKey, value);
}

/** What the town says of itself, held until the end of the transaction. */
export async function lockPortal(tx: Tx): Promise<PortalSetting> {
  await lockSetting(tx, portalKey, await readPortal(tx));
  return readPortal(tx);
}
