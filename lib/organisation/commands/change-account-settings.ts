import { eq } from "drizzle-orm";
import { portalSettings } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { accountSettingsKey, readAccountSettings, type AccountSettings } from "../account-settings";

/** T11, administrators only: what the town decides of its citizens' accounts. Says in the journal what was decided. */
export async function changeAccountSettings(actor: Actor, changes: Partial<AccountSettings>) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    await tx
      .select({ key: portalSettings.key })
      .from(portalSettings)
      .where(eq(portalSettings.key, accountSettingsKey))
      .for("update");
    const value = { ...(await readAccountSettings(tx)), ...changes };
    const row = { key: accountSettingsKey, value, updatedAt: clock.now() };
    await tx.insert(portalSettings).values(row).onConflictDoUpdate({ target: portalSettings.key, set: row });
    await record("settings.changed", accountSettingsKey, changes);
    return done(null);
  });
}
