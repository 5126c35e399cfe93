import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BlobTooLarge } from "./port";

/** Lets `maxBytes` through, then fails. `count()` says how many went. */
export function bounded(maxBytes: number): { stream: Transform; count: () => number } {
  let size = 0;
  const stream = new Transform({
    transform(bytes: Buffer, _encoding, callback) {
      size += bytes.length;
      if (size > maxBytes) callback(new BlobTooLarge());
      else callback(null, bytes);
    },
  });
  return { stream, count: () => size };
}

/** Cuts what flows into parts of `partBytes`, the last one shorter; an empty body gives one empty part. One is in memory at a time. */
export async function* inParts(body: Readable, partBytes: number, maxBytes: number): AsyncGenerator<Buffer> {
  const { stream } = bounded(maxBytes);
  const done = pipeline(body, stream);
  // Told to the reader by the stream itself.
  done.catch(() => undefined);
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    while (length > partBytes) {
      const all = Buffer.concat(waiting, length);
      yield all.subarray(0, partBytes);
      waiting = [all.subarray(partBytes)];
      length -= partBytes;
    }
  }
  yield Buffer.concat(waiting, length);
}

/** Whole body in memory: for the service that asks its size first. */
export async function readBounded(body: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const { stream } = bounded(maxBytes);
  await pipeline(body, stream, async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) parts.push(part);
  });
  return Buffer.concat(parts);
}
