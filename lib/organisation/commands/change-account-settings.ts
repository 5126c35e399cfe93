import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { accountSettingsKey, readAccountSettings, type AccountSettings } from "../settings/account-settings";
import { lockSetting, writeSetting } from "../settings/lock-setting";

/**
 * T11, administrators only: what the town decides of its citizens' accounts. Says in the journal what was decided.
 * `seen`: the version that was read. Refuses `changed_meanwhile`.
 */
export async function changeAccountSettings(actor: Actor, changes: Partial<AccountSettings>, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    await lockSetting(tx, accountSettingsKey, {});
    const before = await readAccountSettings(tx);
    const changed = changedSince(seen, before);
    if (changed) return changed;
    await writeSetting(tx, accountSettingsKey, { ...before, ...changes });
    await record("settings.changed", accountSettingsKey, changes);
    return done(null);
  });
}
