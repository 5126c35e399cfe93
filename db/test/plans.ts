import type { Sql } from "postgres";
import type { Statement } from "./count-statements";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Plan Rows": number;
  Plans?: readonly Node[];
};

/** Lines that a page may sort in memory: what one account, or one page, holds. */
const mostSorted = 2_000;

/** What must not be read whole: tables that grow, and the indexes that hold a good part of one. */
export type Large = { tables: ReadonlySet<string>; indexes: ReadonlySet<string> };

/** What is wrong in the plan of a statement: a large table read whole, or sorted. Nothing where it begins or ends a transaction. */
export async function planFaults(sql: Sql, { text, parameters }: Statement, large: Large): Promise<string[]> {
  if (!/^\s*(with|select|insert|update|delete)\b/i.test(text)) return [];
  const [row] = await sql.unsafe(`explain (format json) ${text}`, parameters);
  const [{ Plan: plan }] = row?.["QUERY PLAN"] as [{ Plan: Node }];
  return faultsOf(plan, large, false).map((fault) => `${fault}: ${text.trim().replace(/\s+/g, " ").slice(0, 400)}`);
}

/** Several short walks, each stopped by its limit, put in order together. */
function isMerge({ "Node Type": type, Plans: children = [] }: Node): boolean {
  return type === "Limit" || children.some(isMerge);
}

function faultsOf(node: Node, large: Large, isLimited: boolean): string[] {
  const { "Node Type": type, "Relation Name": table = "", "Index Name": index = "", Plans: children = [] } = node;
  const own: string[] = [];
  if (type.endsWith("Seq Scan") && large.tables.has(table)) own.push(`reads ${table} whole`);
  // Without a condition an index is walked whole, unless a limit stops it. That of a few rows is the condition itself.
  const isWalk = type === "Index Scan" || type === "Index Only Scan";
  if (isWalk && !isLimited && !node["Index Cond"] && large.indexes.has(index)) own.push(`walks ${index} whole`);
  const sorted = children[0]?.["Plan Rows"] ?? 0;
  if (type === "Sort" && sorted > mostSorted && !children.some(isMerge)) own.push(`sorts ${sorted} lines`);
  const stops = type === "Limit" || (isLimited && !["Sort", "Hash", "Aggregate", "HashAggregate"].includes(type));
  return [...own, ...children.flatMap((child) => faultsOf(child, large, stops))];
}
