import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import type { Portal } from "@/lib/shared/portal";
import {
  defaultPortal,
  readOrganisations,
  readPortal,
  toPortal,
  toShownLogo,
  type PortalSetting,
} from "../settings/portal";
import { versionsOf } from "../settings/setting-versions";

/** What the town decided of its portal; the defaults where nothing was decided yet. */
export async function findPortal(): Promise<Portal> {
  const [setting, organisations] = await Promise.all([readPortal(), readOrganisations()]);
  return toPortal(setting, organisations);
}

/** What stands for the town's decisions while they cannot be read. */
export function portalByDefault(): Portal {
  return toPortal(defaultPortal(), []);
}

/**
 * What the town decided of its portal, as it was typed, for the page that changes it; `shownLogo` is the logo of these `versions`, where
 * the pages of the portal may still show an older one. Throws NotFound to whoever is no administrator.
 */
export async function getPortalSetting(
  actor: Actor,
): Promise<PortalSetting & { shownLogo: Portal["logo"]; versions: ReturnType<typeof versionsOf> }> {
  if (actor.kind !== "admin") throw new NotFound();
  const setting = await readPortal();
  return { ...setting, shownLogo: toShownLogo(setting.logo), versions: versionsOf(setting) };
}

/** The town's own logo, a PNG, and the name of this drawing; null when it has none. */
export async function findLogo(): Promise<{ png: Buffer; version: string } | null> {
  const { logo } = await readPortal();
  return logo && "png" in logo ? { png: Buffer.from(logo.png, "base64"), version: logo.version } : null;
}
