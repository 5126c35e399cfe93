import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject } from "@cantoo/pdf-lib";

/** The library keeps one object a name, however it was written (« J#61vaScript »): names are compared as objects. */
export const name = (text: string) => PDFName.of(text);
const names = (...texts: string[]) => texts.map(name);

/**
 * What a supporting document never needs: scripts, programs to launch, files inside or elsewhere, forms that send, sound,
 * video, 3D (ISO 32000-2: 12.6.4 actions, 7.11 files, 13 multimedia). Judged on the object, wherever it stands in the file.
 */
const activeWords = new Set<PDFObject | undefined>([
  ...names("JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound"),
  ...names("RichMediaExecute", "GoTo3DView", "FileAttachment", "RichMedia", "Screen", "3D", "U3D", "PRC"),
  ...names("EmbeddedFile", "Filespec", "MediaClip", "MediaRendition"),
]);
const wordKeys = names("S", "Type", "Subtype");
const activeKeys = names("JavaScript", "EmbeddedFiles", "XFA", "RichMediaContent", "RichMediaSettings");
/** Events of a document, a page, a field or an annotation (12.6.3). */
const eventKeys = names(
  ...["E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI", "O", "C"],
  ...["K", "F", "V", "WC", "WS", "DS", "WP", "DP"],
);
const fileKeys = names("F", "UF", "DOS", "Mac", "Unix", "EF");
const key = {
  S: name("S"),
  F: name("F"),
  JS: name("JS"),
  Next: name("Next"),
  GoTo: name("GoTo"),
  Thread: name("Thread"),
};
/** A link to the web or to a mailbox is a person's to follow; to a share of the network or to a script it is a trap. */
const schemes = /^(https?|mailto|tel|sms|geo|ftp)$/i;

/** How an object looks to another that points at it. */
export type Look = "events" | "files" | "odd-opening" | "odd-address";
export type Pointer = { to: number; mustNotBe: Look };

/** Under these keys nothing may have this look. Names of fonts and images may be « AA » or « EF »: the key alone says nothing. */
const watched: readonly [PDFName, Look][] = [
  [name("AA"), "events"],
  [name("EF"), "files"],
  [name("AF"), "files"],
  [name("Ref"), "files"],
  [name("OpenAction"), "odd-opening"],
  [name("URI"), "odd-address"],
  [name("Base"), "odd-address"],
];

/** Whether this very object is active content, whatever points at it. */
export function isActive(object: PDFObject): boolean {
  if (object instanceof PDFName) return activeWords.has(object);
  if (!(object instanceof PDFDict)) return false;
  if (wordKeys.some((word) => activeWords.has(object.get(word)))) return true;
  if (activeKeys.some((one) => object.has(one)) || isText(object.get(key.JS))) return true;
  return object.get(key.S) === key.Thread && object.has(key.F);
}

/** What stands under a watched key: judged at once where it is written there, later where it is another object. */
export function watchedValues(dict: PDFDict): { isActive: boolean; pointers: Pointer[] } {
  const pointers: Pointer[] = [];
  let isActive = false;
  for (const [word, mustNotBe] of watched) {
    const value = dict.get(word);
    if (value instanceof PDFRef) pointers.push({ to: value.objectNumber, mustNotBe });
    else if (value) isActive ||= looks(value).includes(mustNotBe);
  }
  return { isActive, pointers };
}

export function looks(object: PDFObject): Look[] {
  const found: Look[] = [];
  if (hasEvents(object)) found.push("events");
  if (isFiles(object)) found.push("files");
  if (!isPlainOpening(object)) found.push("odd-opening");
  if (isText(object) && isOddAddress(object.decodeText())) found.push("odd-address");
  return found;
}

function hasEvents(object: PDFObject): boolean {
  return object instanceof PDFDict && eventKeys.some((event) => isComposite(object.get(event)));
}

/** A specification of files, or a list of them; a colour space is a list too, that begins with a name. */
function isFiles(object: PDFObject): boolean {
  if (object instanceof PDFDict) return fileKeys.some((file) => object.has(file));
  return object instanceof PDFArray && !(object.asArray()[0] instanceof PDFName) && object.asArray().some(isComposite);
}

function isComposite(value: PDFObject | undefined): boolean {
  return value instanceof PDFDict || value instanceof PDFRef;
}

/** A place in the document, alone or as a plain GoTo. */
function isPlainOpening(object: PDFObject): boolean {
  if (object instanceof PDFDict) return object.get(key.S) === key.GoTo && !object.has(key.Next);
  return object instanceof PDFArray || object instanceof PDFName || isText(object);
}

function isOddAddress(address: string): boolean {
  const trimmed = address.replace(/^[\s\p{Cc}]+/u, "");
  const scheme = /^([a-z][a-z0-9+-]*):/i.exec(trimmed)?.[1];
  return /^[\\/]{2}/.test(trimmed) || (scheme !== undefined && !schemes.test(scheme));
}

function isText(value: PDFObject | undefined): value is PDFString | PDFHexString {
  return value instanceof PDFString || value instanceof PDFHexString;
}
