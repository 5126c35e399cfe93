import { inArray } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { agents } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import { database } from "@/lib/kernel/database";
import type { AuditDetails } from "@/lib/kernel/transact";
import { isId, type AgentId, type DemandeId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { auditFamilies, familyOf, type AuditFamily } from "@/lib/vocabulary/audit-families";
import type { AuditDetail } from "@/lib/vocabulary/audit-details";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";

type Subject = { verb: AuditVerb; subjectId: string };

/** What each line is about, in words: a demande by its number, an agent or a service by name, the rest by its kind. Citizens are not named. */
export async function nameSubjects(lines: readonly Subject[]): Promise<string[]> {
  const idsOf = (family: AuditFamily) => [
    ...new Set(
      lines
        .filter(({ verb, subjectId }) => familyOf(verb) === family && isId(subjectId))
        .map(({ subjectId }) => subjectId),
    ),
  ];
  const [numbers, names, served] = await Promise.all([
    findNumbers(idsOf("demande") as DemandeId[]),
    findNames(idsOf("agent") as AgentId[]),
    findServices(idsOf("service") as ServiceId[]),
  ]);
  return lines.map(({ verb, subjectId }) => {
    // « Service état civil »: the name says its kind.
    const service = served.get(subjectId);
    if (service) return service;
    const name = numbers.get(subjectId) ?? names.get(subjectId);
    const kind = auditFamilies[familyOf(verb)].one;
    return name ? `${kind} ${name}` : kind;
  });
}

/** The services and the organisations that the details of these lines tell by their identifier. */
export async function nameServices(lines: readonly { details: AuditDetails }[]): Promise<Map<string, string>> {
  const idsIn = (...keys: readonly AuditDetail[]) => [
    ...new Set(
      lines
        .flatMap(({ details }) => keys.map((key) => details[key]))
        .filter((id) => typeof id === "string" && isId(id)),
    ),
  ];
  const [served, bodies] = await Promise.all([
    findServices(idsIn("service", "heir") as ServiceId[]),
    findOrganisations(idsIn("organisation") as OrganisationId[]),
  ]);
  return new Map([...served, ...bodies]);
}

async function findOrganisations(ids: OrganisationId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function findServices(ids: ServiceId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(inArray(services.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function findNumbers(ids: DemandeId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: demandes.id, number: demandes.number })
    .from(demandes)
    .where(inArray(demandes.id, ids));
  return new Map(rows.flatMap(({ id, number }) => (number ? [[id, number]] : [])));
}

async function findNames(ids: AgentId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(inArray(agents.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
