import type { Manager } from "@/lib/kernel/actor";
import { listOpenOrganisations } from "@/lib/organisation/queries/list-organisations";
import type { GivenRoles } from "../types";

/** The roles that this administrator may give: in the portal, in every open organisation, or in theirs alone (`canGive`). */
export async function listGivenRoles(actor: Manager): Promise<GivenRoles> {
  return { isOfPortal: actor.kind === "admin", organisations: await listOpenOrganisations(actor) };
}
