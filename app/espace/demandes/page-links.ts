type Query = Readonly<Record<string, string | string[] | undefined>>;
const here = "/espace/demandes";

/** The cursors of the pages gone through, `?c=…&c=…`: the last one opens this page, the others lead back. */
export function readCursors({ c }: Query): string[] {
  return [c ?? []].flat().slice(0, 500);
}

export function pageLinks(cursors: readonly string[], next: string | null) {
  return {
    previousHref: cursors.length > 0 ? hrefOf(cursors.slice(0, -1)) : undefined,
    nextHref: next ? hrefOf([...cursors, next]) : undefined,
  };
}

function hrefOf(cursors: readonly string[]): string {
  const query = new URLSearchParams(cursors.map((cursor) => ["c", cursor])).toString();
  return query === "" ? here : `${here}?${query}`;
}
