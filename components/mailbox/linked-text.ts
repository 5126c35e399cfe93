export type TextPart = { text: string; href?: string };

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** A plain text cut where an address begins and ends. */
export function linkedText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: found[0], href: found[0] });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
