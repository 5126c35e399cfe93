import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFName,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { isActive, looks, name, watchedValues, type Look, type Pointer } from "./active";
import { shield } from "./shield";

/** One object as it will be written, and what had to be known of it. The parsed object itself is let go: it weighs ten times that. */
export type Described = {
  /** Without « obj » and « endobj »; of a stream, its dictionary without its length. */
  text: string;
  contents: Uint8Array | null;
  refs: readonly number[];
  /** Among them, those without which a page is not whole. */
  vital: readonly number[];
  pointers: readonly Pointer[];
  looks: readonly Look[];
  isActive: boolean;
  isInvalid: boolean;
  isPage: boolean;
};

/** How a string stands in what was parsed: as the file wrote it, or bare where the library has just decrypted it. */
export type Strings = "as-written" | "bare";

const vitalKeys = new Set(
  [
    ...["Pages", "Kids", "Contents", "Resources", "XObject", "Font", "DescendantFonts"],
    ...["FontDescriptor", "FontFile", "FontFile2", "FontFile3", "SMask"],
  ].map(name),
);
const key = {
  Length: name("Length"),
  F: name("F"),
  ByteRange: name("ByteRange"),
  Contents: name("Contents"),
  Type: name("Type"),
  Page: name("Page"),
  Parent: name("Parent"),
  MediaBox: name("MediaBox"),
};
const none: readonly never[] = [];
const deepest = 500;
/** ISO 32000-1, annex C: readers go no further. */
const largestNumber = 8_388_607;

type Walk = {
  parts: string[];
  strings: Strings;
  isActive: boolean;
  refs: number[];
  vital: number[];
  pointers: Pointer[];
};

/** Reads one object down to its last leaf. Throws a RangeError when it is nested beyond reason. */
export function describeObject(object: PDFObject, strings: Strings): Described {
  const walk: Walk = { parts: [], strings, isActive: isActive(object), refs: [], vital: [], pointers: [] };
  const isStream = object instanceof PDFRawStream;
  const stream = isStream ? shield(object) : null;
  const isInvalid = object instanceof PDFInvalidObject || (isStream && stream === null);
  if (stream) writeDict(walk, stream.dict, 0, false, key.Length);
  else if (!isInvalid) write(walk, object, 0, false);
  return {
    text: walk.parts.join(""),
    contents: stream?.contents ?? null,
    refs: kept(walk.refs),
    vital: kept(walk.vital),
    pointers: kept(walk.pointers),
    looks: kept(looks(object)),
    // A stream may say that its bytes lie in another file.
    isActive: walk.isActive || (isStream && object.dict.has(key.F)),
    isInvalid,
    isPage: object instanceof PDFDict && isPage(object),
  };
}

/** Most objects point at little: one empty list serves all of them. */
function kept<T>(list: T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

/** Whether an object may bear this number. */
export function isNumberInReach(objectNumber: number): boolean {
  return objectNumber > 0 && objectNumber <= largestNumber;
}

function write(walk: Walk, object: PDFObject, depth: number, isVital: boolean): void {
  if (depth > deepest) throw new RangeError("nested beyond reason");
  if (object instanceof PDFDict) writeDict(walk, object, depth, isVital);
  else if (object instanceof PDFRef) writeRef(walk, object, isVital);
  else if (object instanceof PDFArray) writeArray(walk, object, depth, isVital);
  else walk.parts.push(textOf(walk, object));
}

function writeDict(walk: Walk, dict: PDFDict, depth: number, isVital: boolean, without?: PDFName): void {
  if (isSignature(dict)) {
    walk.parts.push("null");
    return;
  }
  const values = watchedValues(dict);
  walk.isActive ||= values.isActive || isActive(dict);
  walk.pointers.push(...values.pointers);
  walk.parts.push("<<");
  for (const [word, value] of dict.entries()) {
    if (word === without) continue;
    walk.parts.push(word.toString(), " ");
    write(walk, value, depth + 1, isVital || vitalKeys.has(word));
  }
  walk.parts.push(">>");
}

function writeArray(walk: Walk, array: PDFArray, depth: number, isVital: boolean): void {
  walk.parts.push("[");
  for (const item of array.asArray()) {
    write(walk, item, depth + 1, isVital);
    walk.parts.push(" ");
  }
  walk.parts.push("]");
}

function writeRef(walk: Walk, { objectNumber }: PDFRef, isVital: boolean): void {
  if (!isNumberInReach(objectNumber)) {
    walk.parts.push("null");
    return;
  }
  walk.refs.push(objectNumber);
  if (isVital) walk.vital.push(objectNumber);
  walk.parts.push(`${objectNumber} 0 R`);
}

/** Bare bytes are written in hexadecimal: nothing in them can then end the string. */
function textOf({ strings }: Walk, value: PDFObject): string {
  if (value instanceof PDFHexString) return `<${Buffer.from(value.asBytes()).toString("hex")}>`;
  if (value instanceof PDFString && strings === "bare")
    return `<${Buffer.from(value.asString(), "latin1").toString("hex")}>`;
  return value.toString();
}

/** Of a copy, no signature holds; kept, readers would call the paper forged. What it drew on the page stays. */
function isSignature(dict: PDFDict): boolean {
  return dict.has(key.ByteRange) && dict.has(key.Contents);
}

function isPage(dict: PDFDict): boolean {
  if (dict.get(key.Type) === key.Page) return true;
  return dict.has(key.Parent) && (dict.has(key.MediaBox) || dict.has(key.Contents));
}
