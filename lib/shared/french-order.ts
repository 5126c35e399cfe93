/** « état civil » between « espaces verts » and « finances », « Service 10 » after « Service 9 »: whatever order the database has. */
const french = new Intl.Collator("fr", { numeric: true, ignorePunctuation: true });

/**
 * These items in the order that a French reader expects of their names; a number (a rank, a score) goes by its value. Equals stay
 * as they came. For small lists.
 */
export function inFrenchOrder<T>(items: readonly T[], ...keys: readonly ((item: T) => string | number)[]): T[] {
  return items.toSorted((one, other) => {
    for (const key of keys) {
      const order = compare(key(one), key(other));
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The same for rows that carry a `rank` (a position, several in one object) for their order alone: given back without it. */
export function inFrenchRank<T extends { rank: unknown }>(
  rows: readonly T[],
  ...keys: readonly ((row: T) => string | number)[]
): Omit<T, "rank">[] {
  return inFrenchOrder(rows, ...keys).map(({ rank: _, ...row }) => row);
}

function compare(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : french.compare(String(one), String(other));
}
