import { and, inArray, isNull, ne } from "drizzle-orm";
import { services } from "@/db/schema/organisation";
import type { Manager } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { isOpenOrganisation } from "@/lib/organisation/services/lock-service";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { canGive } from "../policy";
import { isPlainRole, type RoleFacts, type WantedRole } from "../types";

type Wanted = { role: WantedRole; services: readonly ServiceId[] };
/** `within`: the organisation that their services are of; null for any. */
type Place = RoleFacts & { within: OrganisationId | null };
type PlaceRefusal = "role_out_of_reach" | "unknown_organisation" | "other_organisation";

/**
 * What this administrator gives an agent (decision 047). Refuses `role_out_of_reach`: only the portal's name administrators of the portal or of
 * another organisation; `unknown_organisation`, or a closed one; `other_organisation`: the administrator of one follows services of that one
 * alone. To an administrator of an organisation, the services of the others do not exist.
 */
export async function judgePlace(
  tx: Tx,
  actor: Manager,
  { role, services: wanted }: Wanted,
): Promise<Result<Place, PlaceRefusal>> {
  if (!canGive(actor, role)) return refuse("role_out_of_reach");
  if (isPlainRole(role))
    return done({ role, organisationId: null, within: actor.kind === "admin" ? null : actor.organisationId });
  if (!(await isOpenOrganisation(tx, role))) return refuse("unknown_organisation");
  if (actor.kind === "admin" && (await hasForeign(tx, wanted, role))) return refuse("other_organisation");
  return done({ role: "admin", organisationId: role, within: role });
}

async function hasForeign(tx: Tx, wanted: readonly ServiceId[], organisationId: OrganisationId): Promise<boolean> {
  if (wanted.length === 0) return false;
  const isForeign = and(
    inArray(services.id, [...wanted]),
    isNull(services.closedAt),
    ne(services.organisationId, organisationId),
  );
  return (await tx.select({ id: services.id }).from(services).where(isForeign).limit(1)).length > 0;
}
