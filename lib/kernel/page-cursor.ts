import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isId } from "@/lib/shared/ids";

/** Where the next page of a long list starts: the instant and the identifier of the last line. */
export function writePageCursor(at: Date | string, id: string): string {
  return Buffer.from(`${new Date(at).toISOString()}|${id}`).toString("base64url");
}

/** Undefined when there is none, or when it was altered: the first page then. */
export function readPageCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [at = "", id = ""] = Buffer.from((cursor ?? "").slice(0, 200), "base64url")
    .toString("utf8")
    .split("|");
  const date = new Date(at);
  return isId(id) && !Number.isNaN(date.getTime()) ? { at: date, id } : undefined;
}

type Ordered = PgColumn | SQL;
type Mark = { at: Date; id: string | number };

/**
 * The lines that follow a mark, the newest first: one comparison of rows, from which a walk of the index (at, id) begins. Two
 * conditions joined by « or » would say the same and read everything that comes before. Nothing without a mark.
 */
export function olderThan(at: Ordered, id: PgColumn, mark: Mark | null | undefined): SQL | undefined {
  return mark ? sql`(${at}, ${id}) < (${mark.at.toISOString()}::timestamptz, ${mark.id})` : undefined;
}

/** The lines that follow a mark, the oldest first, by the same comparison of rows. Nothing without a mark. */
export function newerThan(at: Ordered, id: PgColumn, mark: Mark | null | undefined): SQL | undefined {
  return mark ? sql`(${at}, ${id}) > (${mark.at.toISOString()}::timestamptz, ${mark.id})` : undefined;
}
