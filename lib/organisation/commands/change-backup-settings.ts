import type { Actor } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { backupSettingsKey, readBackupSettings, type BackupSettings } from "../settings/backup-settings";
import { lockSetting, writeSetting } from "../settings/lock-setting";

/**
 * Who saves the database, when, and how many daily backups are kept: administrators only. Refuses `no_folder` where the portal should
 * make them and the operator gave no place (BACKUP_DIR), `changed_meanwhile` where it says something else than what was read (`seen`).
 */
export async function changeBackupSettings(actor: Actor, settings: BackupSettings, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    if (settings.mode === "portal" && !env().BACKUP_DIR) return refuse("no_folder");
    await lockSetting(tx, backupSettingsKey, {});
    const changed = changedSince(seen, await readBackupSettings(tx));
    if (changed) return changed;
    await writeSetting(tx, backupSettingsKey, settings);
    await record("settings.changed", backupSettingsKey, settings);
    return done(null);
  });
}
