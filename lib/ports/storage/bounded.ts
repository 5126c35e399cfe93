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

/** Whole body in memory: for the services that ask its size first. Our objects are small (10 Mo). */
export async function readBounded(body: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const { stream } = bounded(maxBytes);
  await pipeline(body, stream, async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) parts.push(part);
  });
  return Buffer.concat(parts);
}
