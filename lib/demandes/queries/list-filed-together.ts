import { and, eq, ne } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { organisations, services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { DemandeId } from "@/lib/shared/ids";
import { ownedBy } from "../access/scope";
import type { PapersView, Service } from "../rules/papers";
import type { FiledTogether } from "../types/demande";

/**
 * What its owner sent in the same filing to other services; nothing to anybody else: each service knows of its own alone.
 * `papersFor`: what was promised on paper with the filing, where a service awaits it; asked for those that nothing happened to since.
 */
export async function listFiledTogether(
  actor: Actor,
  { id, filingId }: { id: DemandeId; filingId: string },
  papersFor: (service: Service) => PapersView | null,
): Promise<FiledTogether[]> {
  const rows = await database()
    .select({
      number: demandes.number,
      status: demandes.status,
      revision: demandes.revision,
      service: { name: services.name, organisation: organisations.name, address: services.address },
    })
    .from(demandes)
    .innerJoin(services, eq(services.id, demandes.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(demandes.filingId, filingId), ne(demandes.id, id), ownedBy(actor)));
  const filed = rows.flatMap(({ number, status, revision, service }): FiledTogether[] => {
    if (number === null) return [];
    const papers = status === "pending" && revision === 1 ? papersFor(service) : null;
    return [{ number, status, serviceName: service.name, papers }];
  });
  return inFrenchOrder(filed, ({ serviceName }) => serviceName);
}
