import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { Accessibility } from "@/lib/shared/accessibility";
import { done } from "@/lib/shared/result";
import { portalKey } from "../portal";
import { writePortal } from "../write-portal";

/** What the town declares of the accessibility of its portal: administrators only. The footer of every page follows. */
export async function changeAccessibility(actor: Actor, accessibility: Accessibility) {
  return transact<null, never>(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    await writePortal(tx, (before) => ({ ...before, accessibility }));
    await record("settings.changed", portalKey, { part: "accessibility" });
    return done(null);
  });
}
