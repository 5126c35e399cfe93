import { deflateSync } from "node:zlib";

/** PDFs written by hand, well formed as the standard says: what a reader shows of them is what a test means. */

type Parts = {
  /** More entries of the catalogue, of the page. */
  catalog?: string;
  page?: string;
  /** Objects from number 5 on: text, or a stream with its dictionary's entries. */
  objects?: readonly (string | Stream)[];
  trailer?: string;
};
type Stream = { entries: string; bytes: Buffer };

/** One page that says « Bonjour » (objects 1 to 4), with its table of contents. */
export function pdfOf({ catalog = "", page = "", objects = [], trailer = "" }: Parts = {}): Buffer {
  return withTable(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R${page}>>`,
      streamOf("", Buffer.from("BT /F1 12 Tf 20 100 Td (Bonjour) Tj ET")),
      ...objects,
    ],
    trailer,
  );
}

export function streamOf(entries: string, bytes: Buffer): Stream {
  return { entries, bytes };
}

/** A stream of objects (ISO 32000-1, 7.5.7) that holds one, of this number. */
export function objectStream(number: number, object: string, wrap = once): Stream {
  const head = `${number} 0 `;
  const { entries, bytes } = wrap(Buffer.from(head + object));
  return streamOf(`/Type/ObjStm/N 1/First ${head.length}${entries}`, bytes);
}

/** Compressed once, and compressed twice. */
export const once = (bytes: Buffer) => ({ entries: "/Filter/FlateDecode", bytes: deflateSync(bytes) });
export const twice = (bytes: Buffer) => ({
  entries: "/Filter[/FlateDecode/FlateDecode]",
  bytes: deflateSync(deflateSync(bytes)),
});

/** Adds a revision that replaces objects, as a program that saves without rewriting does. */
export function revised(pdf: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  const parts = [pdf];
  let size = pdf.length;
  const lines = Object.entries(objects).map(([number, text]) => {
    const part = Buffer.from(`${number} 0 obj\n${text}\nendobj\n`);
    const line = `${number} 1\n${String(size).padStart(10, "0")} 00000 n \n`;
    parts.push(part);
    size += part.length;
    return line;
  });
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString("latin1"))?.[1] ?? "0";
  parts.push(
    Buffer.from(`xref\n${lines.join("")}trailer\n<</Size 100/Root 1 0 R/Prev ${before}>>\nstartxref\n${size}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function withTable(objects: readonly (string | Stream)[], trailer: string): Buffer {
  const parts = [Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1")];
  let size = parts[0]?.length ?? 0;
  const lines = objects.map((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), written(object), Buffer.from("\nendobj\n")]);
    const line = `${String(size).padStart(10, "0")} 00000 n \n`;
    parts.push(part);
    size += part.length;
    return line;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${lines.join("")}`;
  parts.push(Buffer.from(`${table}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${size}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function written(object: string | Stream): Buffer {
  if (typeof object === "string") return Buffer.from(object, "latin1");
  const { entries, bytes } = object;
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}
