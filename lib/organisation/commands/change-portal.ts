import { readApart, senderOf } from "@/lib/files/inspecting/read-apart";
import type { Actor } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import { judgePortal } from "../settings/judge-portal";
import { portalKey } from "../settings/portal";
import { logoLimits, type PortalForm } from "../schema/portal";
import { partsOf } from "../settings/setting-versions";
import { lockPortal, writePortal } from "../settings/write-portal";

/**
 * What the town says of itself: administrators only. What stays is not judged again. Refuses `invalid`, and `unreadable_colour` (details: the sentence for each colour of which
 * text or controls would not stand out enough, WCAG 1.4.3 and 1.4.11). `seen`: the version that was read; refuses `changed_meanwhile`.
 */
export async function changePortal(actor: Actor, form: PortalForm, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const setting = await lockPortal(tx);
    const changed = changedSince(seen, partsOf(setting).town);
    if (changed) return changed;
    const judged = judgePortal(form, setting);
    if (!judged.ok) return judged;
    await writePortal(tx, (before) => ({ ...before, ...judged.value }));
    await record("settings.changed", portalKey, { part: "town" });
    return done(null);
  });
}

type LogoRefusal = "unreadable_image" | "too_large" | "readers_busy" | "changed_meanwhile";

/**
 * The town's logo, drawn anew by a process apart. Administrators only. Gives the name of this drawing (`findLogo`). Refuses what is no
 * image, too heavy, or drawn in more than two seconds, and `changed_meanwhile` where it would take the place of one that was not `seen`.
 */
export async function changeLogo(actor: Actor, bytes: Buffer, seen?: string): Promise<Result<string, LogoRefusal>> {
  if (actor.kind !== "admin") throw new NotFound();
  if (bytes.length > logoLimits.bytes) return refuse("too_large");
  const drawn = await readApart("logo", bytes, senderOf(actor), logoLimits.bytes);
  if (!drawn.ok) return refuse(drawn.reason === "readers_busy" ? drawn.reason : "unreadable_image");
  const { bytes: png, width, height } = drawn.value;
  const text = png.toString("base64");
  const logo = { png: text, version: hashSecret(text).slice(0, 16), width, height };
  return transact<string, LogoRefusal>(actor, async ({ tx, record }) => {
    const changed = changedSince(seen, partsOf(await lockPortal(tx)).logo);
    if (changed) return changed;
    await writePortal(tx, (before) => ({ ...before, logo }));
    await record("settings.changed", portalKey, { part: "logo" });
    return done(logo.version);
  });
}

/** The name of the town alone, without the logo that was seen; refuses `changed_meanwhile`. Administrators only. */
export async function removeLogo(actor: Actor, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const changed = changedSince(seen, partsOf(await lockPortal(tx)).logo);
    if (changed) return changed;
    await writePortal(tx, (before) => ({ ...before, logo: null }));
    await record("settings.changed", portalKey, { part: "logo" });
    return done(null);
  });
}
