import { eq } from "drizzle-orm";
import { portalSettings } from "@/db/schema/organisation";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";

/** Holds a line of the settings until the end of the transaction. `value`: what it says where nothing was decided yet. */
export async function lockSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.insert(portalSettings).values({ key, value, updatedAt: clock.now() }).onConflictDoNothing();
  await tx.select({ key: portalSettings.key }).from(portalSettings).where(eq(portalSettings.key, key)).for("update");
}

/** Writes a line that is held. */
export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.update(portalSettings).set({ value, updatedAt: clock.now() }).where(eq(portalSettings.key, key));
}
