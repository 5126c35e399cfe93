import { and, eq, ne } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarcheVersions } from "@/db/schema/demarches";
import { organisations, services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { DemandeId } from "@/lib/shared/ids";
import { demandeStatusLabels } from "@/lib/vocabulary/demande-status";
import { ownedBy } from "../access/scope";
import type { PapersView, Service } from "../rules/papers";
import type { FiledTogether } from "../types/demande";
import { ownLabelSql } from "./state-label-sql";

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
      label: ownLabelSql(demarcheVersions.definition, demandes.status),
      revision: demandes.revision,
      service: { name: services.name, organisation: organisations.name, address: services.address },
    })
    .from(demandes)
    .innerJoin(demarcheVersions, eq(demarcheVersions.id, demandes.versionId))
    .innerJoin(services, eq(services.id, demandes.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(demandes.filingId, filingId), ne(demandes.id, id), ownedBy(actor)));
  const filed = rows.flatMap(({ number, status, label, revision, service }): FiledTogether[] => {
    if (number === null) return [];
    const papers = status === "pending" && revision === 1 ? papersFor(service) : null;
    return [{ number, statusLabel: label ?? demandeStatusLabels[status], serviceName: service.name, papers }];
  });
  return inFrenchOrder(filed, ({ serviceName }) => serviceName);
}
