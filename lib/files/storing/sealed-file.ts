import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/**
 * Sealed files: « PVS1 », a salt of 32 bytes, then chunks of at most 64 KiB, each followed by its tag of 16 bytes.
 * Each file has its own key (HKDF of the owner's key and the salt); the nonce of a chunk is its number and whether it is
 * the last one (the STREAM construction, Hoang et al. 2015). So a chunk altered, moved, dropped or added is noticed.
 */
const magic = Buffer.from("PVS1");
const saltBytes = 32;
const headerBytes = magic.length + saltBytes;
const chunkBytes = 64 * 1024;
const tagBytes = 16;

/** The sealed bytes are not what was sealed, or belong to another key. */
export class SealBroken extends Error {
  constructor() {
    super("sealed file: altered, truncated or under another key");
    this.name = "SealBroken";
  }
}

/** Bytes that `plain` bytes take once sealed. */
export function sealedSize(plain: number): number {
  return headerBytes + plain + tagBytes * Math.max(1, Math.ceil(plain / chunkBytes));
}

/** Bytes that come out of `sealed` sealed bytes. */
export function openedSize(sealed: number): number {
  return sealed - headerBytes - tagBytes * Math.max(1, Math.ceil((sealed - headerBytes) / (chunkBytes + tagBytes)));
}

/** Seals what flows through, under the owner's key of 32 bytes. */
export function sealStream(ownerKey: Buffer): Transform {
  const header = Buffer.concat([magic, randomBytes(saltBytes)]);
  const key = fileKey(ownerKey, header);
  let isStarted = false;
  return chunked(chunkBytes, (stream, chunk, counter, isLast) => {
    if (!isStarted) stream.push(header);
    isStarted = true;
    const cipher = createCipheriv("aes-256-gcm", key, nonce(counter, isLast));
    stream.push(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]));
  });
}

/**
 * Opens what `sealStream` closed. Each chunk is checked before it goes out, and the end is checked last:
 * whoever reads must throw away what came out when the stream fails with `SealBroken`.
 */
export function openStream(ownerKey: Buffer): Transform {
  let key: Buffer | undefined;
  const opener = chunked(chunkBytes + tagBytes, (stream, chunk, counter, isLast) => {
    if (!key || chunk.length < tagBytes) throw new SealBroken();
    stream.push(openChunk(key, chunk, nonce(counter, isLast)));
  });
  return withHeader(opener, (header) => {
    if (!header.subarray(0, magic.length).equals(magic)) throw new SealBroken();
    key = fileKey(ownerKey, header);
  });
}

function openChunk(key: Buffer, chunk: Buffer, iv: Buffer): Buffer {
  const body = chunk.subarray(0, chunk.length - tagBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

type OnChunk = (stream: Transform, chunk: Buffer, counter: number, isLast: boolean) => void;
type Chunked = Transform & { feed: (bytes: Buffer) => void };

/** Cuts what flows into chunks of `size` bytes; the last, perhaps shorter or empty, is announced as such. */
function chunked(size: number, onChunk: OnChunk): Chunked {
  let waiting: Buffer[] = [];
  let length = 0;
  let counter = 0;
  const feed = (bytes: Buffer) => {
    waiting.push(bytes);
    length += bytes.length;
    // Strictly more than one chunk: the one that may be the last is always kept back.
    if (length <= size) return;
    let rest = Buffer.concat(waiting, length);
    for (; rest.length > size; rest = rest.subarray(size)) onChunk(stream, rest.subarray(0, size), counter++, false);
    waiting = [rest];
    length = rest.length;
  };
  const stream = new Transform({
    transform: (bytes: Buffer, _encoding, callback) => attempt(callback, () => feed(bytes)),
    flush: (callback) => attempt(callback, () => onChunk(stream, Buffer.concat(waiting, length), counter, true)),
  });
  return Object.assign(stream, { feed });
}

/** Takes the header off the front of what enters `stream`. */
function withHeader(stream: Chunked, onHeader: (header: Buffer) => void): Transform {
  let head: Buffer = Buffer.alloc(0);
  let isRead = false;
  const flush = stream._flush.bind(stream);
  stream._transform = (bytes: Buffer, _encoding, callback) =>
    attempt(callback, () => {
      if (isRead) return stream.feed(bytes);
      head = Buffer.concat([head, bytes]);
      if (head.length < headerBytes) return;
      isRead = true;
      onHeader(head.subarray(0, headerBytes));
      stream.feed(head.subarray(headerBytes));
    });
  stream._flush = (callback) => (isRead ? flush(callback) : callback(new SealBroken()));
  return stream;
}

function attempt(callback: TransformCallback, work: () => void): void {
  try {
    work();
  } catch (error) {
    callback(error instanceof Error ? error : new SealBroken());
    return;
  }
  callback();
}

function fileKey(ownerKey: Buffer, header: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", ownerKey, header.subarray(magic.length), "parvis sealed file 1", 32));
}

function nonce(counter: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(counter, 7);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}
