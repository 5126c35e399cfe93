import { findPortal } from "@/lib/organisation/queries";
import type { Portal } from "@/lib/shared/portal";
import { cached } from "./cache";

/** The town's settings, kept in the process under the tag « portal ». */
export function getPortal(): Promise<Portal> {
  return cached("portal", "portal", findPortal);
}
