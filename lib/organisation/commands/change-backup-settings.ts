import { portalSettings } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { backupSettingsKey, type BackupSettings } from "../backup-settings";

/**
 * Who saves the database, when, and how many daily backups are kept: administrators only. Refuses `no_folder` where the portal should
 * make them and the operator gave no place (BACKUP_DIR).
 */
export async function changeBackupSettings(actor: Actor, settings: BackupSettings) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    if (settings.mode === "portal" && !env().BACKUP_DIR) return refuse("no_folder");
    const row = { key: backupSettingsKey, value: settings, updatedAt: clock.now() };
    await tx.insert(portalSettings).values(row).onConflictDoUpdate({ target: portalSettings.key, set: row });
    await record("settings.changed", backupSettingsKey, settings);
    return done(null);
  });
}
