import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { changedSince } from "@/lib/kernel/seen-version";
import type { Accessibility } from "@/lib/shared/accessibility";
import { done } from "@/lib/shared/result";
import { portalKey } from "../settings/portal";
import { partsOf } from "../settings/setting-versions";
import { lockPortal, writePortal } from "../settings/write-portal";

/**
 * What the town declares of the accessibility of its portal: administrators only. The footer of every page follows.
 * `seen`: the version that was read. Refuses `changed_meanwhile`.
 */
export async function changeAccessibility(actor: Actor, accessibility: Accessibility, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const changed = changedSince(seen, partsOf(await lockPortal(tx)).accessibility);
    if (changed) return changed;
    await writePortal(tx, (before) => ({ ...before, accessibility }));
    await record("settings.changed", portalKey, { part: "accessibility" });
    return done(null);
  });
}
