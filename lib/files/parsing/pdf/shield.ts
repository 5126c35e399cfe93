import { deflateSync } from "node:zlib";
import { PDFArray, type PDFDict, type PDFName, PDFNull, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { name } from "./active";

const key = { Filter: name("Filter"), DecodeParms: name("DecodeParms"), FlateDecode: name("FlateDecode") };

/**
 * A reader that repairs a file looks for objects everywhere, inside streams too. Bytes that spell one are compressed once
 * more, so that it finds none there. Null when that cannot be said in the stream's dictionary.
 */
export function shield(stream: PDFRawStream): PDFRawStream | null {
  const { dict, contents } = stream;
  const bytes = Buffer.from(contents.buffer, contents.byteOffset, contents.length);
  if (!bytes.includes("obj") && !bytes.includes("endstream")) return stream;
  const filter = dict.get(key.Filter);
  const parameters = dict.get(key.DecodeParms);
  if (filter instanceof PDFRef || (filter instanceof PDFArray && parameters instanceof PDFRef)) return null;
  const shielded = dict.clone();
  shielded.set(key.Filter, listOf(dict, key.FlateDecode, filter));
  if (parameters) shielded.set(key.DecodeParms, listOf(dict, PDFNull, parameters));
  return PDFRawStream.of(shielded, deflateSync(bytes));
}

function listOf({ context }: PDFDict, first: PDFName | typeof PDFNull, then: ReturnType<PDFDict["get"]>): PDFArray {
  const list = PDFArray.withContext(context);
  for (const item of [first, ...(then instanceof PDFArray ? then.asArray() : then ? [then] : [])]) list.push(item);
  return list;
}
