import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { name } from "./active";

/** More objects, or more bytes once inflated, than a paper has any use for. */
export class TooMuch extends Error {}

const key = { Filter: name("Filter"), FlateDecode: name("FlateDecode"), Fl: name("Fl") };

/** A stream without its filters. Throws TooMuch when it swells above `most` bytes, another error when it cannot be opened. */
export function inflate({ dict, contents }: PDFRawStream, most: number): PDFRawStream {
  let opened = contents;
  for (const filter of filtersOf(dict)) {
    opened = filter === key.FlateDecode || filter === key.Fl ? deflated(opened, most) : decoded(dict, filter, opened);
    if (opened.length > most) throw new TooMuch();
  }
  return plainStream(dict, opened);
}

/** A stream as it is once opened: the same dictionary, no filter left. */
export function plainStream(dict: PDFDict, contents: Uint8Array): PDFRawStream {
  const plain = dict.clone();
  plain.delete(key.Filter);
  return PDFRawStream.of(plain, contents);
}

function filtersOf(dict: PDFDict): PDFName[] {
  const filter = dict.lookup(key.Filter);
  if (filter === undefined) return [];
  const list = filter instanceof PDFArray ? filter.asArray() : [filter];
  return list.map((one) => {
    if (one instanceof PDFName) return one;
    throw new Error("a filter is not a name");
  });
}

function deflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw new TooMuch();
    throw error;
  }
}

/** The rare ones, by the library; none of them swells as this one may. */
function decoded(dict: PDFDict, filter: PDFName, bytes: Uint8Array): Uint8Array {
  const alone = PDFDict.withContext(dict.context);
  alone.set(key.Filter, filter);
  return decodePDFRawStream(PDFRawStream.of(alone, bytes)).decode();
}
