import { eq } from "drizzle-orm";
import { z } from "zod";
import { portalSettings } from "@/db/schema/organisation";
import { database, type Reader } from "@/lib/kernel/database";

/** The line of `portal_settings` that keeps them. */
export const accountSettingsKey = "accounts";

/** What it holds. */
const accountSettingsSchema = z.object({
  /** T11, « comptes validés par un agent »: off unless the town turns it on. */
  validatedByAgent: z.boolean().default(false),
});
export type AccountSettings = z.infer<typeof accountSettingsSchema>;

/** What the town decided of its citizens' accounts; the defaults where nothing was decided yet. */
export async function readAccountSettings(reader: Reader = database()): Promise<AccountSettings> {
  const [row] = await reader
    .select({ value: portalSettings.value })
    .from(portalSettings)
    .where(eq(portalSettings.key, accountSettingsKey))
    .limit(1);
  const parsed = accountSettingsSchema.safeParse(row?.value ?? {});
  return parsed.success ? parsed.data : accountSettingsSchema.parse({});
}
