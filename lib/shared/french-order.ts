/** « état civil » between « espaces verts » and « finances », « Service 10 » after « Service 9 »: whatever order the database has. */
const french = new Intl.Collator("fr", { numeric: true, ignorePunctuation: true });

/** These items in the order that a French reader expects of their names; equal names stay as they came. For small lists. */
export function inFrenchOrder<T>(items: readonly T[], ...names: readonly ((item: T) => string)[]): T[] {
  return items.toSorted((one, other) => {
    for (const name of names) {
      const order = french.compare(name(one), name(other));
      if (order !== 0) return order;
    }
    return 0;
  });
}
