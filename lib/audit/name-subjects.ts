import { inArray } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { agents } from "@/db/schema/organisation";
import { database } from "@/lib/kernel/database";
import { isId, type AgentId, type DemandeId } from "@/lib/shared/ids";
import { auditFamilies, familyOf, type AuditFamily } from "@/lib/vocabulary/audit-families";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";

type Subject = { verb: AuditVerb; subjectId: string };

/** What each line is about, in words: a demande by its number, an agent by name, the rest by its kind. Citizens are not named. */
export async function nameSubjects(lines: readonly Subject[]): Promise<string[]> {
  const idsOf = (family: AuditFamily) => [
    ...new Set(
      lines
        .filter(({ verb, subjectId }) => familyOf(verb) === family && isId(subjectId))
        .map(({ subjectId }) => subjectId),
    ),
  ];
  const [numbers, names] = await Promise.all([
    findNumbers(idsOf("demande") as DemandeId[]),
    findNames(idsOf("agent") as AgentId[]),
  ]);
  return lines.map(({ verb, subjectId }) => {
    const name = numbers.get(subjectId) ?? names.get(subjectId);
    const kind = auditFamilies[familyOf(verb)].one;
    return name ? `${kind} ${name}` : kind;
  });
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
