import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { auditEvents } from "@/db/schema/platform";
import { verbsOf } from "@/lib/vocabulary/audit-families";
import type { JournalFilters } from "./types";

/** The `where` of these filters. Days begin and end at midnight in Paris. */
export function journalWhere({ from, to, family, verb, kind, agent, subject }: JournalFilters): SQL | undefined {
  return and(
    from ? sql`${auditEvents.at} >= (${from}::date)::timestamp at time zone 'Europe/Paris'` : undefined,
    to ? sql`${auditEvents.at} < (${to}::date + 1)::timestamp at time zone 'Europe/Paris'` : undefined,
    family ? inArray(auditEvents.verb, verbsOf(family)) : undefined,
    verb ? eq(auditEvents.verb, verb) : undefined,
    kind ? eq(auditEvents.actorKind, kind) : undefined,
    agent ? eq(auditEvents.actorId, agent) : undefined,
    subject ? eq(auditEvents.subjectId, subject) : undefined,
  );
}
