import { deflateSync } from "node:zlib";
import type { Described } from "./describe-object";

type Place = { type: 1; offset: number } | { type: 2; stream: number; index: number };

const objectsAStream = 100;
const header = Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1");

/**
 * Writes a PDF that holds these objects and nothing else (ISO 32000-1, 7.5): one revision, objects compressed a hundred
 * together, and a table of contents that leads to each. Numbers stay, so what was said between objects still holds.
 */
export function writePdf(
  objects: readonly [number, Described][],
  trailer: { root: number; info: number | null },
): Buffer {
  const file = new File();
  const places = new Map<number, Place>();
  let free = Math.max(...objects.map(([number]) => number)) + 1;
  for (const [number, { text, contents }] of objects)
    if (contents) places.set(number, file.addStream(number, text, contents));
  const others = objects.filter(([, { contents }]) => contents === null);
  for (let from = 0; from < others.length; from += objectsAStream) {
    const group = others.slice(from, from + objectsAStream);
    group.forEach(([number], index) => places.set(number, { type: 2, stream: free, index }));
    places.set(free, file.addStream(free, ...together(group)));
    free += 1;
  }
  const info = trailer.info !== null && places.has(trailer.info) ? `/Info ${trailer.info} 0 R` : "";
  return file.end(free, places, `/Root ${trailer.root} 0 R${info}`);
}

class File {
  readonly #parts: Buffer[] = [header];
  #size = header.length;

  addStream(number: number, dictionary: string, contents: Uint8Array): Place {
    const offset = this.#size;
    const entries = dictionary.slice(0, dictionary.lastIndexOf(">>"));
    this.#add(`${number} 0 obj\n${entries}/Length ${contents.length}>>\nstream\n`);
    this.#add(contents);
    this.#add("\nendstream\nendobj\n");
    return { type: 1, offset };
  }

  /** The table of contents is itself the object `number`. */
  end(number: number, places: Map<number, Place>, trailer: string): Buffer {
    places.set(number, { type: 1, offset: this.#size });
    const { index, table } = tableOf(places);
    const entries = `/Type/XRef/Size ${number + 1}/W[1 4 2]/Index[${index}]/Filter/FlateDecode${trailer}`;
    const { offset } = this.addStream(number, `<<${entries}>>`, deflateSync(table)) as { offset: number };
    this.#add(`startxref\n${offset}\n%%EOF\n`);
    return Buffer.concat(this.#parts, this.#size);
  }

  #add(part: string | Uint8Array): void {
    const bytes =
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part.buffer, part.byteOffset, part.length);
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }
}

function together(group: readonly [number, Described][]): [string, Buffer] {
  const offsets: number[] = [];
  let size = 0;
  for (const [, { text }] of group) {
    offsets.push(size);
    size += text.length + 1;
  }
  const head = `${group.map(([number], index) => `${number} ${offsets[index]}`).join(" ")}\n`;
  const body = Buffer.from(`${head}${group.map(([, { text }]) => text).join("\n")}\n`, "latin1");
  return [`<</Type/ObjStm/N ${group.length}/First ${head.length}/Filter/FlateDecode>>`, deflateSync(body)];
}

/** One line an object: kind, place, rank. Sparse: a file may number its objects as it likes. */
function tableOf(places: ReadonlyMap<number, Place>): { index: string; table: Buffer } {
  const numbers = [0, ...places.keys()].sort((a, b) => a - b);
  const table = Buffer.alloc(numbers.length * 7);
  const sections: [number, number][] = [];
  numbers.forEach((number, rank) => {
    const last = sections.at(-1);
    if (last && last[0] + last[1] === number) last[1] += 1;
    else sections.push([number, 1]);
    writeLine(table, rank * 7, places.get(number));
  });
  return { index: sections.flat().join(" "), table };
}

function writeLine(table: Buffer, at: number, place: Place | undefined): void {
  if (!place) {
    table.writeUInt16BE(65_535, at + 5);
    return;
  }
  table.writeUInt8(place.type, at);
  table.writeUInt32BE(place.type === 1 ? place.offset : place.stream, at + 1);
  table.writeUInt16BE(place.type === 1 ? 0 : place.index, at + 5);
}
