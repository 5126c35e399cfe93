import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyHeaders } from "@fastify/busboy";
import { done, refuse, type Result } from "@/lib/shared/result";

export type Part = { name: string; filename: string; bytes: Buffer };
export type Fields = Readonly<Record<string, string>>;

export type MultipartLimits = { fileBytes: number; files: number };
/** « too_large »: a file, or the whole. « malformed »: not a form, or cut. A handler's own refusal passes through. */
export type MultipartRefusal = "too_large" | "too_many_files" | "malformed";

const textLimits = { fieldNameSize: 100, fieldSize: 4_000, fields: 20, headerPairs: 20 };
const slack = 256 * 1024;

/**
 * Reads a form that carries files, one file in memory at a time: while one is judged the next waits in the network. Texts
 * must come before files. The first refusal stops the reading; what `onFile` accepted before stays accepted. An upload
 * that is cut never reaches `onFile` in part.
 */
export async function readMultipart<R extends string>(
  request: Request,
  limits: MultipartLimits,
  onFile: (part: Part, fields: Fields) => Promise<Result<unknown, R>>,
): Promise<Result<Fields, R | MultipartRefusal>> {
  const most = limits.files * limits.fileBytes + slack;
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (!request.body || !isForm(request)) return refuse("malformed");
  if (announced > most) return refuse("too_large");
  return new Reading(limits, onFile).run(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), request.headers, most);
}

class Stop<R extends string> extends Error {
  constructor(readonly reason: R) {
    super(reason);
  }
}

class Reading<R extends string> {
  private readonly fields: Record<string, string> = {};
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly limits: MultipartLimits,
    private readonly onFile: (part: Part, fields: Fields) => Promise<Result<unknown, R>>,
  ) {}

  async run(body: Readable, headers: Headers, most: number): Promise<Result<Fields, R | MultipartRefusal>> {
    const parser = this.parser(headers);
    try {
      await pipeline(body, capped(most), parser);
      await this.turn;
      return done(this.fields);
    } catch (error) {
      await this.turn.catch(() => undefined);
      return refuse(error instanceof Stop ? (error.reason as R | MultipartRefusal) : "malformed");
    }
  }

  private parser(headers: Headers): Busboy {
    const { fileBytes, files } = this.limits;
    const parser = new Busboy({
      headers: { "content-type": headers.get("content-type") ?? "" } satisfies BusboyHeaders,
      // One more than allowed, so that the excess is told rather than dropped in silence.
      limits: { ...textLimits, fileSize: fileBytes, files: files + 1 },
    });
    let count = 0;
    parser.on("field", (name, value) => void (this.fields[name] = value));
    parser.on("file", (name, stream, filename) => {
      count += 1;
      const isOneTooMany = count > files;
      this.turn = this.turn.then(async () => {
        if (isOneTooMany) throw new Stop("too_many_files");
        await this.take(name, stream, filename);
      });
      this.turn.catch((error: unknown) => {
        stream.resume();
        parser.destroy(error instanceof Error ? error : new Stop("malformed"));
      });
    });
    return parser;
  }

  private async take(name: string, stream: BusboyFileStream, filename: string | undefined): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    if (stream.truncated) throw new Stop("too_large");
    const bytes = Buffer.concat(chunks);
    // A file control left empty is sent as a nameless, empty file.
    if (!filename && bytes.length === 0) return;
    const result = await this.onFile({ name, filename: filename ?? "", bytes }, { ...this.fields });
    if (!result.ok) throw new Stop(result.reason);
  }
}

function isForm(request: Request): boolean {
  return /^multipart\/form-data;\s*boundary=/i.test(request.headers.get("content-type") ?? "");
}

/** Stops a body that lies about its length. */
function capped(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seen += chunk.length;
      if (seen > most) next(new Stop("too_large"));
      else next(null, chunk);
    },
  });
}
