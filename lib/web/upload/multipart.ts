import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { done, refuse, type Result } from "@/lib/shared/result";

export type Part = { name: string; filename: string; bytes: Buffer };
export type Fields = Readonly<Record<string, string>>;

export type MultipartLimits = { fileBytes: number; files: number };
/** Of one file: over the limit, or after as many files as one form may bring. */
export type PartRefusal = "too_large" | "too_many_at_once";
/** Of the whole. « malformed »: not a form, or cut. */
export type WholeRefusal = "too_large_together" | "malformed";
export type ReadFile<V, R extends string> = { filename: string; result: Result<V, R | PartRefusal> };
/** `fields`: the texts, even when a file was refused: the answer knows which page to go back to. `files`: in the order sent. */
export type ReadForm<V, R extends string> = {
  fields: Fields;
  files: readonly ReadFile<V, R>[];
  whole: Result<null, WholeRefusal>;
};
export type OnFile<V, R extends string> = (part: Part, fields: Fields) => Promise<Result<V, R>>;

const textLimits = { fieldNameSize: 100, fieldSize: 4_000, fields: 20, headerPairs: 20 };
const slack = 256 * 1024;
/** Files over the limit that are still named in the answer; what comes after them is a malformed form. */
const namedExcess = 20;

/**
 * Reads a form that carries files, one file in memory at a time: while one is judged the next waits in the network. Texts
 * must come before files. Each file has its own outcome: one that is refused stops no other, and what is in excess is read
 * for nothing and named. An upload that is cut, or lies about its length, never reaches `onFile` in part.
 */
export async function readMultipart<V, R extends string>(
  request: Request,
  limits: MultipartLimits,
  onFile: OnFile<V, R>,
): Promise<ReadForm<V, R>> {
  const most = limits.files * limits.fileBytes + slack;
  const type = request.headers.get("content-type") ?? "";
  const nothing = (reason: WholeRefusal, fields: Fields) => ({ fields, files: [], whole: refuse(reason) });
  if (!request.body || !/^multipart\/form-data;\s*boundary=/i.test(type)) return nothing("malformed", {});
  if (Number(request.headers.get("content-length") ?? "0") > most)
    return nothing("too_large_together", await readTexts(request.body, type));

  const reading = startReading(type, limits, onFile);
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    await pipeline(body, capped(most), reading.parser);
  } catch (error) {
    reading.cut();
    const files = await reading.finished();
    const whole = refuse(error instanceof OverLimit ? "too_large_together" : "malformed");
    return { fields: reading.fields, files, whole };
  }
  return { fields: reading.fields, files: await reading.finished(), whole: done(null) };
}

/** The texts that stand before the files, of a body of which nothing else is read: the answer knows which page to go back to. */
async function readTexts(body: ReadableStream<Uint8Array>, type: string): Promise<Fields> {
  const fields: Record<string, string> = {};
  const state = { isOver: false };
  const parser = new Busboy({ headers: { "content-type": type }, limits: { ...textLimits, fileSize: 1, files: 1 } });
  parser.on("field", (name, value) => (fields[name] = value));
  parser.on("file", (_name, stream) => {
    state.isOver = true;
    stream.on("error", () => undefined).resume();
  });
  parser.on("error", () => (state.isOver = true));
  const reader = body.getReader();
  for (let seen = 0; !state.isOver && seen < slack;) {
    const { done: isEnd, value } = await reader.read();
    if (isEnd) break;
    seen += value.length;
    parser.write(value);
    // The parser speaks in turns of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Not cancelled: that would shut the connection before the answer.
  reader.releaseLock();
  return fields;
}

function startReading<V, R extends string>(
  type: string,
  { fileBytes, files: most }: MultipartLimits,
  onFile: OnFile<V, R>,
) {
  const fields: Record<string, string> = {};
  const open = new Set<BusboyFileStream>();
  const files: ReadFile<V, R>[] = [];
  let failure: Error | null = null;
  let turn: Promise<void> = Promise.resolve();
  let count = 0;

  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { ...textLimits, fileSize: fileBytes, files: most + namedExcess },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (name, stream, filename: string | undefined) => {
    const isInExcess = ++count > most;
    open.add(stream);
    // Without a listener the end of a cut upload would stop the process; with it, the stream ends as if it were whole.
    const file = { name, stream, filename: filename ?? "", isCut: false };
    stream.on("error", () => {
      file.isCut = true;
    });
    turn = turn.then(async () => {
      if (isInExcess || failure !== null) stream.resume();
      if (isInExcess) files.push({ filename: file.filename, result: refuse("too_many_at_once") });
      if (isInExcess || failure !== null) return;
      try {
        const result = await take(file, fields, onFile);
        if (result) files.push({ filename: file.filename, result });
      } catch (error) {
        failure = error instanceof Error ? error : new Error("upload");
      } finally {
        open.delete(stream);
      }
    });
  });
  const finished = async () => {
    await turn;
    if (failure !== null && !(failure instanceof Cut)) throw failure;
    return files;
  };
  return { parser, fields, finished, cut: () => open.forEach((stream) => stream.destroy(new Cut())) };
}

type Incoming = { name: string; stream: BusboyFileStream; filename: string; isCut: boolean };

/** Null when there is no file: a control left empty is sent as a nameless, empty one. */
async function take<V, R extends string>(
  file: Incoming,
  fields: Fields,
  onFile: OnFile<V, R>,
): Promise<Result<V, R | PartRefusal> | null> {
  const { name, stream, filename } = file;
  const bytes = await readWhole(file);
  if (stream.truncated) return refuse("too_large");
  if (filename === "" && bytes.length === 0) return null;
  return onFile({ name, filename, bytes }, { ...fields });
}

async function readWhole(file: Incoming): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of file.stream as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    throw new Cut();
  }
  if (file.isCut) throw new Cut();
  return Buffer.concat(chunks);
}

/** The upload ended before the file did. */
class Cut extends Error {}
class OverLimit extends Error {}

/** Stops a body that goes on for ever. */
function capped(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seen += chunk.length;
      if (seen > most) next(new OverLimit());
      else next(null, chunk);
    },
  });
}
