import { and, eq, isNull } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import { servicesWithin } from "../services/services-within";
import type { ServiceOption } from "../types";

/** Every open service that the reader manages, under its organisation. */
export async function listServices(actor: Manager): Promise<ServiceOption[]> {
  const found = await database()
    .select({ id: services.id, slug: services.slug, name: services.name, organisation: organisations.name })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(isNull(services.closedAt), servicesWithin(actor)));
  return inFrenchOrder(
    found,
    ({ organisation }) => organisation,
    ({ name }) => name,
  );
}
