import { findPortal, portalByDefault } from "@/lib/organisation/queries/find-portal";
import type { Portal } from "@/lib/shared/portal";
import { cached } from "./cache";

const slot = globalThis as { parvisPortal?: Portal };

/** The town's settings, kept in the process under the tag « portal ». While the database is away, the last ones known. */
export async function getPortal(): Promise<Portal> {
  try {
    slot.parvisPortal = await cached("portal", "portal", findPortal);
  } catch (error) {
    if (!slot.parvisPortal) throw error;
  }
  return slot.parvisPortal;
}

/** The town's settings for what must be shown whatever happens: a process that never read them has its defaults. */
export async function getPortalOrDefault(): Promise<Portal> {
  return getPortal().catch(portalByDefault);
}
