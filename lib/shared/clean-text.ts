/** Text as people type it, made fit to keep. Linear, whatever the length. */

/** Never typed on purpose: controls, marks that hide or reverse text. Zero-width joiners stay: emoji and Persian use them. */
const unseen =
  /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** What no database keeps (NUL, half characters) becomes « � », which `isBroken` sees. */
export function mendText(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").toWellFormed();
}

export function isBroken(text: string): boolean {
  return text.includes("\ufffd");
}

/** One line: composed characters (NFC), single spaces, none at the ends. */
export function cleanLine(text: string): string {
  return mendText(text).replace(unseen, "").normalize("NFC").split(/\s/).filter(Boolean).join(" ");
}

/** Several lines: `\n` alone ends a line, no space at the ends. */
export function cleanBlock(text: string): string {
  const lines = mendText(text)
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\v", "\n")
    .replaceAll("\f", "\n");
  return lines.replace(unseen, "").normalize("NFC").trim();
}
