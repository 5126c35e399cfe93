import { Invariant } from "@/lib/kernel/errors";

/** What passes between the portal and its readers: the length of a header and of the bytes after it, the header in JSON, the bytes. */
const prefix = 8;
/** A header is a few words; bytes are a file. */
const longest = { header: 64 * 1024, body: 64 * 1024 * 1024 } as const;

/** In two parts, so that the bytes are not copied. */
export function frame(header: unknown, body: Uint8Array = new Uint8Array()): [Buffer, Uint8Array] {
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(prefix + text.length);
  head.writeUInt32LE(text.length, 0);
  head.writeUInt32LE(body.length, 4);
  text.copy(head, prefix);
  return [head, body];
}

/** Gives a function to call with each chunk as it arrives; `onFrame` is called for each whole frame. Throws on what is no frame. */
export function readFrames(onFrame: (header: unknown, body: Buffer) => void): (chunk: Buffer) => void {
  let sizes: { header: number; body: number } | null = null;
  let part = Buffer.alloc(prefix);
  let filled = 0;
  const advance = () => {
    if (sizes === null) {
      sizes = { header: part.readUInt32LE(0), body: part.readUInt32LE(4) };
      if (sizes.header > longest.header || sizes.body > longest.body) throw new Invariant("no frame");
      part = Buffer.alloc(sizes.header + sizes.body);
    } else {
      const { header } = sizes;
      sizes = null;
      const whole = part;
      part = Buffer.alloc(prefix);
      onFrame(JSON.parse(whole.toString("utf8", 0, header)), whole.subarray(header));
    }
    filled = 0;
  };
  return (chunk) => {
    for (let from = 0; from < chunk.length;) {
      const copied = chunk.copy(part, filled, from);
      from += copied;
      filled += copied;
      while (filled === part.length) advance();
    }
  };
}
