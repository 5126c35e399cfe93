import { readFileSync } from "node:fs";
import path from "node:path";
import type PDFDocument from "pdfkit";

type Pdf = InstanceType<typeof PDFDocument>;
export type Weight = "normal" | "bold";
export type TextRun = { text: string; font: string };

const files = {
  "main-normal": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff",
  "main-bold": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff",
  "wide-normal": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "wide-bold": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
} as const;

const bytes = new Map<string, Buffer>();

/** Makes the four fonts known to a document; each file is read once in the life of the process. */
export function registerFonts(pdf: Pdf): void {
  for (const [name, file] of Object.entries(files)) pdf.registerFont(name, fontBytes(file));
}

/** Distance from the top of a line to its base line, in parts of the size: Atkinson's, so that both families stand on one line. */
export const ascent = 0.95;

/**
 * Cuts a text into runs that one font can draw. Whole words go to the wide family, so that a name is never drawn with two.
 * What no font has (emoji, ideograms) becomes « � »: PDF/UA forbids missing glyphs.
 */
export function runsOf(text: string, weight: Weight): TextRun[] {
  const runs: TextRun[] = [];
  for (const word of inDrawingOrder(printable(text).match(/\s*\S+\s*|\s+/gu) ?? [])) {
    const isMain = isCovered(word, mainLetters);
    const run = { text: isMain ? word : inWide(word), font: `${isMain ? "main" : "wide"}-${weight}` };
    const last = runs.at(-1);
    if (last?.font === run.font) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

/** Neighbouring words written from right to left are drawn last to first: the library turns letters, not words. */
function inDrawingOrder(words: readonly string[]): string[] {
  const ordered: string[] = [];
  let turned: string[] = [];
  for (const word of words) {
    if (rightToLeft.test(word)) turned.unshift(word);
    else {
      ordered.push(...turned, word);
      turned = [];
    }
  }
  return [...ordered, ...turned];
}

const rightToLeft = /[\u0590-\u08ff]/u;

/** Basic Latin, Latin-1 and what French typography adds: what the « latin » file of Atkinson holds. */
const mainLetters =
  /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\s]$/u;
/** Blocks that DejaVu Sans holds whole or nearly. */
const wideLetters =
  /^[\u0020-\u024f\u0250-\u036f\u0370-\u03ff\u0400-\u04ff\u0531-\u058a\u05d0-\u05ea\u0620-\u0652\u0660-\u066c\u0671-\u06ba\u10d0-\u10fc\u1e00-\u1eff\u1f00-\u1ffc\u2010-\u2027\u2030-\u203a\u20a0-\u20b5\u2100-\u214e\u2190-\u21ff\u2200-\u22ff\u25a0-\u25ff\ufffd\s]$/u;

function isCovered(text: string, letters: RegExp): boolean {
  return [...text].every((letter) => letters.test(letter));
}

function inWide(word: string): string {
  return [...word].map((letter) => (wideLetters.test(letter) ? letter : "\ufffd")).join("");
}

/** NFC, without control characters or invisible direction marks; the narrow no-break space, absent of the font, becomes a no-break space. */
function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\u202f/gu, "\u00a0")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu,
      "",
    );
}

function fontBytes(file: string): Buffer {
  const known = bytes.get(file);
  if (known) return known;
  const read = readFileSync(path.join(process.cwd(), "node_modules", file));
  bytes.set(file, read);
  return read;
}
