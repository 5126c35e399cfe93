import { sql, type SQL, type SQLWrapper } from "drizzle-orm";

/** T5: the démarche's own label for a state, read from a version's definition; null where the portal's word holds. */
export function ownLabelSql(definition: SQLWrapper, status: SQLWrapper): SQL<string | null> {
  return sql<string | null>`${definition} -> 'stateLabels' ->> ${status}`;
}
