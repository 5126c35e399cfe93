import { inflateSync } from "node:zlib";
import { done, refuse, type Result } from "@/lib/shared/result";

export type PdfRefusal = "unreadable_pdf" | "pdf_password" | "pdf_active";

/** What a supporting document never needs: scripts, programs to launch, files inside, forms that fetch, sound and video. */
const activeNames = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "Movie",
  "Sound",
];
/** Too short to be looked for in compressed bytes, where chance writes them. */
const shortActiveNames = ["JS", "XFA"];
const inflatedLimit = 64 * 1024 * 1024;
const streamLimit = 16 * 1024 * 1024;
const longestDictionary = 2_000;

/**
 * Refuses a PDF that is not one, is encrypted, or carries active content, plain or inside compressed object streams.
 * It reads names, not structure: a program cannot be hidden from it by a broken table of contents.
 */
export function checkPdf(bytes: Buffer): Result<null, PdfRefusal> {
  const text = bytes.toString("latin1");
  if (!text.slice(0, 1024).includes("%PDF-") || !text.slice(-2048).includes("%%EOF")) return refuse("unreadable_pdf");
  const outside = namesIn(withoutStreams(text));
  if (outside.has("Encrypt")) return refuse("pdf_password");
  if (hasOneOf(namesIn(text), activeNames) || hasOneOf(outside, shortActiveNames)) return refuse("pdf_active");
  return checkObjectStreams(bytes, text);
}

function checkObjectStreams(bytes: Buffer, text: string): Result<null, PdfRefusal> {
  let inflated = 0;
  for (const { start, end, dictionary } of streamsOf(text)) {
    const names = namesIn(dictionary);
    if (!names.has("ObjStm")) continue;
    const opened = open(bytes.subarray(start, end), names);
    inflated += opened?.length ?? 0;
    if (opened === null || inflated > inflatedLimit) return refuse("unreadable_pdf");
    if (hasOneOf(namesIn(opened.toString("latin1")), [...activeNames, ...shortActiveNames]))
      return refuse("pdf_active");
  }
  return done(null);
}

/** Null when it cannot be opened as it says, or swells beyond reason. */
function open(stream: Buffer, names: ReadonlySet<string>): Buffer | null {
  if (!names.has("Filter")) return stream;
  if (!names.has("FlateDecode") && !names.has("Fl")) return null;
  try {
    return inflateSync(stream, { maxOutputLength: streamLimit });
  } catch {
    return null;
  }
}

type PdfStream = { start: number; end: number; dictionary: string };

function* streamsOf(text: string): Generator<PdfStream> {
  let from = 0;
  for (;;) {
    const keyword = text.indexOf("stream", from);
    if (keyword === -1) return;
    const start = keyword + "stream".length + (text.startsWith("\r\n", keyword + 6) ? 2 : 1);
    const end = text.indexOf("endstream", start);
    if (end === -1) return;
    yield { start, end, dictionary: dictionaryBefore(text, keyword) };
    from = end + "endstream".length;
  }
}

function dictionaryBefore(text: string, keyword: number): string {
  const before = text.slice(Math.max(0, keyword - longestDictionary), keyword);
  return before.slice(before.lastIndexOf(" obj") + 1);
}

function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of streamsOf(text)) {
    parts.push(text.slice(from, start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function hasOneOf(names: ReadonlySet<string>, looked: readonly string[]): boolean {
  return looked.some((name) => names.has(name));
}

/** Names as PDF writes them, « #4A » read as the letter it stands for (ISO 32000-1, 7.3.5). */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, written = ""] of text.matchAll(/\/([^\s()<>[\]{}/%]{1,127})/g))
    names.add(written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  return names;
}
