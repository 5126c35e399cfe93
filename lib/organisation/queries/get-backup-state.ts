import type { Actor, System } from "@/lib/kernel/actor";
import { findLastBackups, lastDailyStart } from "@/lib/upkeep/backups";
import { clock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { versionOf } from "@/lib/kernel/seen-version";
import { addDays } from "@/lib/shared/calendar";
import { hourInParis, isoDay } from "@/lib/shared/dates";
import { readBackupSettings } from "../settings/backup-settings";
import type { BackupState } from "../types";

/** A portal whose last whole backup is older than this is said to have none. */
const minutesOfTrust = 2 * 24 * 60;

/** What is saved, when, and how it went. Throws NotFound to whoever is no administrator. */
export async function getBackupState(actor: Actor): Promise<BackupState> {
  if (actor.kind !== "admin") throw new NotFound();
  const [settings, { whole, last }] = await Promise.all([readBackupSettings(), findLastBackups()]);
  const isOld = whole === null || whole.startedAt < clock.inMinutes(-minutesOfTrust);
  return {
    ...settings,
    version: versionOf(settings),
    hasFolder: Boolean(env().BACKUP_DIR),
    whole,
    failed: last?.failure ? { at: last.endedAt, failure: last.failure } : null,
    isMissing: settings.mode !== "elsewhere" && isOld,
  };
}

/** Whether the hour of the daily backup has come since the last one that is whole. A failed one is tried again each hour. */
export async function isBackupDue(_actor: System): Promise<boolean> {
  const { mode, hour } = await readBackupSettings();
  if (mode !== "portal" || !env().BACKUP_DIR) return false;
  const last = await lastDailyStart();
  return last === null || nightOf(last, hour) < nightOf(clock.now(), hour);
}

/** How many daily backups are kept, for the task that makes them. */
export async function keptBackups(_actor: System): Promise<number> {
  return (await readBackupSettings()).kept;
}

/** The calendar day whose backup an instant belongs to: a day begins at the hour that was set. */
function nightOf(at: Date, hour: number): string {
  return hourInParis(at) >= hour ? isoDay(at) : addDays(isoDay(at), -1);
}
