import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { servicesWithin } from "@/lib/organisation/services/services-within";
import { followersOf } from "@/lib/staff/agents/followers-of-service";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { ServiceId } from "@/lib/shared/ids";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { followersOfNothingElse, isHeirNeeded } from "../moves/closing-service";
import { isOpen } from "../status";
import type { ServiceToClose } from "../types/agent";

/** Counted no further. */
const limit = 100;

/** What a service would leave behind it, and who could take over. Throws NotFound when it is absent, not the reader's to manage, or closed. */
export async function getServiceToClose(actor: Manager, serviceId: ServiceId): Promise<ServiceToClose> {
  const reader = database();
  const [[service], waiting, entrusted, heirs, aloneAgents, hasHeirToName] = await Promise.all([
    reader
      .select({ id: services.id, name: services.name })
      .from(services)
      .where(and(eq(services.id, serviceId), isNull(services.closedAt), servicesWithin(actor))),
    reader
      .select({ id: demandes.id })
      .from(demandes)
      .where(and(eq(demandes.serviceId, serviceId), inArray(demandes.status, demandeStatuses.filter(isOpen))))
      .limit(limit),
    reader
      .select({ title: demarches.title, isPublished: demarches.isPublished })
      .from(demarches)
      .where(eq(demarches.serviceId, serviceId))
      .orderBy(asc(demarches.title)),
    listHeirs(actor, serviceId),
    followersOfNothingElse(reader, serviceId),
    isHeirNeeded(reader, serviceId),
  ]);
  if (!service) throw new NotFound();
  return {
    ...service,
    waiting: waiting.length,
    isBounded: waiting.length === limit,
    demarches: entrusted.filter(({ isPublished }) => isPublished).map(({ title }) => title),
    heirs,
    aloneAgents,
    isHeirNeeded: hasHeirToName,
  };
}

async function listHeirs(actor: Manager, serviceId: ServiceId): Promise<ServiceToClose["heirs"]> {
  const isFollowed = sql<boolean>`exists (${followersOf(sql`services.id`)})`;
  const found = await database()
    .select({ id: services.id, name: services.name, isFollowed })
    .from(services)
    .where(and(isNull(services.closedAt), ne(services.id, serviceId), servicesWithin(actor)));
  return inFrenchOrder(found, ({ name }) => name);
}
