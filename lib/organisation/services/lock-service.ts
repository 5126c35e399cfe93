import { and, eq, isNull } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isManager } from "@/lib/kernel/staff";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import { canManageServices } from "../policy";
import { servicesWithin } from "./services-within";

/** A service, held until the end: nothing is filed to it meanwhile, nobody is assigned to it. Throws NotFound to whoever does not manage it. */
export async function lockService(tx: Tx, actor: Actor, serviceId: ServiceId) {
  if (!isManager(actor)) throw new NotFound();
  const [row] = await tx
    .select({
      closedAt: services.closedAt,
      organisationId: services.organisationId,
      name: services.name,
      address: services.address,
      phone: services.phone,
      email: services.email,
      hours: services.hours,
    })
    .from(services)
    .where(and(eq(services.id, serviceId), servicesWithin(actor)))
    .for("update");
  if (!row || !canManageServices(actor, row.organisationId)) throw new NotFound();
  return row;
}

/** Whether an organisation is open; held until the end: it cannot close meanwhile. */
export async function isOpenOrganisation(tx: Tx, organisationId: OrganisationId): Promise<boolean> {
  const found = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isNull(organisations.closedAt)))
    .for("share");
  return found.length > 0;
}
