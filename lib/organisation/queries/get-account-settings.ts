import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { versionOf } from "@/lib/kernel/seen-version";
import { readAccountSettings, type AccountSettings } from "../settings/account-settings";

/** What the town decided of its citizens' accounts, for the page that changes it. Throws NotFound to whoever is no administrator. */
export async function getAccountSettings(actor: Actor): Promise<AccountSettings & { version: string }> {
  if (actor.kind !== "admin") throw new NotFound();
  const settings = await readAccountSettings();
  return { ...settings, version: versionOf(settings) };
}
