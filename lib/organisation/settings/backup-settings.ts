import { eq } from "drizzle-orm";
import { z } from "zod";
import { portalSettings } from "@/db/schema/organisation";
import { database, type Reader } from "@/lib/kernel/database";
import { backupModes } from "@/lib/vocabulary/backups";

/** The line of `portal_settings` that keeps them. */
export const backupSettingsKey = "backups";

/** What it holds. */
const backupSettingsSchema = z.object({
  mode: z.enum(backupModes).default("none"),
  /** Hour of the day, in Paris, after which the daily backup is made. */
  hour: z.number().int().min(0).max(23).default(3),
  /** How many daily backups are kept. */
  kept: z.number().int().min(1).max(90).default(14),
});
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

/** What the town decided of its backups; the defaults, and none made, where nothing was decided yet. */
export async function readBackupSettings(reader: Reader = database()): Promise<BackupSettings> {
  const [row] = await reader
    .select({ value: portalSettings.value })
    .from(portalSettings)
    .where(eq(portalSettings.key, backupSettingsKey))
    .limit(1);
  const parsed = backupSettingsSchema.safeParse(row?.value ?? {});
  return parsed.success ? parsed.data : backupSettingsSchema.parse({});
}
