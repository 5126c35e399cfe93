import {
  PDFArray,
  PDFCatalog,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { name } from "./active";
import { describeObject, isNumberInReach, type Described, type Strings } from "./describe-object";
import { inflate, plainStream, TooMuch } from "./inflate";

export type Objects = {
  /** Of each number the last definition, which is the one that counts. */
  current: ReadonlyMap<number, Described>;
  /** Whether any definition is active content, those that a later revision replaces too. */
  isActive: boolean;
  root: number | null;
  info: number | null;
};
export type Bounds = { objects: number; inflatedBytes: number };

/** Opens with a password alone. */
export class NeedsPassword extends Error {}

const key = { Type: name("Type"), ObjStm: name("ObjStm"), XRef: name("XRef"), Index: name("Index") };

/**
 * Reads the whole file from its first byte to its last, without believing its table of contents. What only an owner
 * password protects opens with an empty one, as it does on anybody's screen. Throws TooMuch and NeedsPassword.
 */
export async function readObjects(bytes: Uint8Array, bounds: Bounds): Promise<Objects> {
  const parser = new WatchedParser(bytes, bounds);
  const context = await parser.parseDocument();
  parser.check();
  if (context.trailerInfo.Encrypt === undefined) return objectsOf(context, parser.definitions);
  const decrypted = await decrypt(bytes);
  const definitions = new Definitions(bounds.objects);
  for (const [ref, object] of decrypted.enumerateIndirectObjects())
    definitions.add(ref, object, parser.topLevel.has(ref.objectNumber) ? "bare" : "as-written");
  return objectsOf(decrypted, definitions);
}

function objectsOf({ trailerInfo: { Root, Info } }: PDFContext, { current, isActive }: Definitions): Objects {
  const numberOf = (value: PDFObject | undefined) => (value instanceof PDFRef ? value.objectNumber : null);
  return { current, isActive, root: numberOf(Root), info: numberOf(Info) };
}

async function decrypt(bytes: Uint8Array): Promise<PDFContext> {
  try {
    const options = { password: "", updateMetadata: false, preserveXFA: true, parseSpeed: Number.POSITIVE_INFINITY };
    return (await PDFDocument.load(bytes, options)).context;
  } catch (error) {
    if (error instanceof Error && /password|encryption method/i.test(error.message)) throw new NeedsPassword();
    throw error;
  }
}

class Definitions {
  readonly current = new Map<number, Described>();
  isActive = false;
  #count = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get isTooMuch(): boolean {
    return this.#count > this.#most;
  }

  add({ objectNumber }: PDFRef, object: PDFObject, strings: Strings): void {
    this.#count += 1;
    if (this.isTooMuch) throw new TooMuch();
    if (!isNumberInReach(objectNumber)) return;
    const described = describeObject(object, strings);
    this.isActive ||= described.isActive;
    this.current.set(objectNumber, described);
  }
}

/** Hands each definition over as it is read, instead of keeping it: a table of a thousand lines would take the whole memory. */
class WatchedParser extends PDFParser {
  readonly definitions: Definitions;
  /** Numbers defined in the file itself, not in a compressed stream of objects: there alone strings are encrypted one by one. */
  readonly topLevel = new Set<number>();
  #left: number;

  constructor(bytes: Uint8Array, bounds: Bounds) {
    super(bytes, Number.POSITIVE_INFINITY);
    this.#left = bounds.inflatedBytes;
    this.definitions = new Definitions(bounds.objects);
    const keep = this.context.assign.bind(this.context);
    this.context.assign = (ref, object) => {
      this.definitions.add(ref, object, "as-written");
      // Looked up again by the library itself.
      if (object instanceof PDFCatalog || object instanceof PDFNumber || object instanceof PDFName) keep(ref, object);
    };
  }

  /** What is thrown while an object is read, the library takes for a fault of that object: it is thrown again at the end. */
  check(): void {
    if (this.#left < 0 || this.definitions.isTooMuch) throw new TooMuch();
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.check();
    const object = super.parseObject(ref);
    if (ref) this.topLevel.add(ref.objectNumber);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(key.Type);
    if (type === key.XRef) return withoutTable(object);
    return type === key.ObjStm ? this.#open(object) : object;
  }

  #open(stream: PDFRawStream): PDFRawStream {
    try {
      const opened = inflate(stream, this.#left);
      this.#left -= opened.contents.length;
      return opened;
    } catch (error) {
      if (error instanceof TooMuch) this.#left = -1;
      throw error;
    }
  }
}

/** Of a table of contents, what it says of the document alone: a few bytes may announce a billion lines. */
function withoutTable({ dict }: PDFRawStream): PDFRawStream {
  dict.set(key.Index, PDFArray.withContext(dict.context));
  return plainStream(dict, new Uint8Array());
}
