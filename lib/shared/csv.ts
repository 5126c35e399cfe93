/**
 * CSV as a French spreadsheet opens it: semicolons, CRLF, a byte order mark, every cell quoted.
 * A cell that a spreadsheet would take for a formula is kept as text by an apostrophe (OWASP, « CSV Injection »).
 */
export const csvStart = "\ufeff";

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(";")}\r\n`;
}

function csvCell(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text;
  return `"${safe.replaceAll("\u0000", "").replaceAll('"', '""')}"`;
}

/** = + - @ and their wide, small and mathematical forms; whatever blanks or marks stand before, for software that skips them. */
const formula = /^[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]/;
const blank = /^[\s\p{Cc}\p{Cf}'"]+/u;

function startsFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) || formula.test(text.replace(blank, ""));
}
