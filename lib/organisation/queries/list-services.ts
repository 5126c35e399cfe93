import { eq, isNull } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { ServiceOption } from "../types";

/** Every open service, under its organisation. */
export async function listServices(_actor: Admin): Promise<ServiceOption[]> {
  const found = await database()
    .select({ id: services.id, slug: services.slug, name: services.name, organisation: organisations.name })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(isNull(services.closedAt));
  return inFrenchOrder(
    found,
    ({ organisation }) => organisation,
    ({ name }) => name,
  );
}
