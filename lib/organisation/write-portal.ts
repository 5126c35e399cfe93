import { eq } from "drizzle-orm";
import { portalSettings } from "@/db/schema/organisation";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { portalKey, readPortal, type PortalSetting } from "./portal";

/** Changes what the town says of itself. Of two administrators who write at once, neither undoes what the other changed elsewhere. */
export async function writePortal(tx: Tx, change: (before: PortalSetting) => PortalSetting): Promise<void> {
  const value = change(await lockPortal(tx));
  await tx.update(portalSettings).set({ value, updatedAt: clock.now() }).where(eq(portalSettings.key, portalKey));
}

/** What the town says of itself, held until the end of the transaction. */
export async function lockPortal(tx: Tx): Promise<PortalSetting> {
  const before = { key: portalKey, value: await readPortal(tx), updatedAt: clock.now() };
  await tx.insert(portalSettings).values(before).onConflictDoNothing();
  await tx.select().from(portalSettings).where(eq(portalSettings.key, portalKey)).for("update");
  return readPortal(tx);
}
