import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { done, refuse, type Result } from "@/lib/shared/result";

export type Part = { name: string; filename: string; bytes: Buffer };
export type Fields = Readonly<Record<string, string>>;

export type MultipartLimits = { fileBytes: number; files: number };
/** « too_large »: a file, or the whole. « malformed »: not a form, or cut. */
export type MultipartRefusal = "too_large" | "too_many_files" | "malformed";
/** The texts that were read, even when a file was refused: the answer knows which page to go back to. */
export type ReadForm<R extends string> = { fields: Fields; result: Result<null, R | MultipartRefusal> };
export type OnFile<R extends string> = (part: Part, fields: Fields) => Promise<Result<unknown, R>>;

const textLimits = { fieldNameSize: 100, fieldSize: 4_000, fields: 20, headerPairs: 20 };
const slack = 256 * 1024;

/**
 * Reads a form that carries files, one file in memory at a time: while one is judged the next waits in the network. Texts
 * must come before files. After the first refusal the rest is read for nothing, so that the browser gets its answer; what
 * `onFile` accepted before stays accepted. An upload that is cut, or lies about its length, never reaches `onFile` in part.
 */
export async function readMultipart<R extends string>(
  request: Request,
  limits: MultipartLimits,
  onFile: OnFile<R>,
): Promise<ReadForm<R>> {
  const most = limits.files * limits.fileBytes + slack;
  const type = request.headers.get("content-type") ?? "";
  const nothing = (reason: MultipartRefusal) => ({ fields: {}, result: refuse(reason) });
  if (!request.body || !/^multipart\/form-data;\s*boundary=/i.test(type)) return nothing("malformed");
  if (Number(request.headers.get("content-length") ?? "0") > most) return nothing("too_large");

  const reading = startReading(type, limits, onFile);
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    await pipeline(body, capped(most), reading.parser);
  } catch (error) {
    reading.cut();
    await reading.finished();
    return { fields: reading.fields, result: refuse(error instanceof OverLimit ? "too_large" : "malformed") };
  }
  const refusal = await reading.finished();
  return { fields: reading.fields, result: refusal === null ? done(null) : refuse(refusal) };
}

function startReading<R extends string>(type: string, { fileBytes, files }: MultipartLimits, onFile: OnFile<R>) {
  const fields: Record<string, string> = {};
  const open = new Set<BusboyFileStream>();
  let refusal: R | MultipartRefusal | null = null;
  let failure: Error | null = null;
  let turn: Promise<void> = Promise.resolve();
  let count = 0;

  // One file more than allowed, so that the excess is told rather than dropped in silence.
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { ...textLimits, fileSize: fileBytes, files: files + 1 },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (name, stream, filename: string | undefined) => {
    count += 1;
    open.add(stream);
    // Without a listener the end of a cut upload would stop the process; with it, the stream ends as if it were whole.
    const file = { name, stream, filename: filename ?? "", isCut: false };
    stream.on("error", () => {
      file.isCut = true;
    });
    if (count > files) refusal ??= "too_many_files";
    turn = turn.then(async () => {
      if (refusal !== null || failure !== null) return void stream.resume();
      try {
        refusal = await take(file, fields, onFile);
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
    return refusal;
  };
  return { parser, fields, finished, cut: () => open.forEach((stream) => stream.destroy(new Cut())) };
}

type Incoming = { name: string; stream: BusboyFileStream; filename: string; isCut: boolean };

/** Null when the file was accepted, or was not there: a file control left empty is sent as a nameless, empty file. */
async function take<R extends string>(
  file: Incoming,
  fields: Fields,
  onFile: OnFile<R>,
): Promise<R | MultipartRefusal | null> {
  const { name, stream, filename } = file;
  const bytes = await readWhole(file);
  if (stream.truncated) return "too_large";
  if (filename === "" && bytes.length === 0) return null;
  const result = await onFile({ name, filename, bytes }, { ...fields });
  return result.ok ? null : result.reason;
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
