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

function compare(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : french.compare(String(one), String(other));
}
