import { randomBytes } from "node:crypto";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { openedSize, openStream, SealBroken, sealedSize, sealStream } from "./sealed-file";

const key = randomBytes(32);
const chunk = 64 * 1024;
const sealedChunk = chunk + 16;
const header = 36;

async function through(transform: Transform, bytes: Buffer, piece = 10_000): Promise<Buffer> {
  const out: Buffer[] = [];
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  await pipeline(Readable.from(pieces), transform, async (source) => {
    for await (const part of source) out.push(part as Buffer);
  });
  return Buffer.concat(out);
}

const sealAll = (plain: Buffer, piece?: number) => through(sealStream(key), plain, piece);
const openAll = (sealed: Buffer, piece?: number) => through(openStream(key), sealed, piece);

describe("sealed files", () => {
  it.each([0, 1, 15, 16, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk, 3 * chunk + 7])(
    "gives back %i bytes, and foretells its size",
    async (size) => {
      const plain = randomBytes(size);
      const sealed = await sealAll(plain);

      expect(sealed.length).toBe(sealedSize(size));
      expect(openedSize(sealed.length)).toBe(size);
      expect((await openAll(sealed)).equals(plain)).toBe(true);
    },
  );

  it("does not depend on how the bytes are cut on their way", async () => {
    const size = fc.integer({ min: 0, max: 2 * chunk + 50 });
    const piece = fc.integer({ min: 1, max: 100_000 }).map((n) => Math.max(n, 97));
    await fc.assert(
      fc.asyncProperty(size, piece, piece, async (length, inPiece, outPiece) => {
        const plain = randomBytes(length);
        const sealed = await sealAll(plain, inPiece);
        expect((await openAll(sealed, outPiece)).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("notices any bit that changed", async () => {
    const sealed = await sealAll(randomBytes(2 * chunk + 100));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const altered = Buffer.from(sealed);
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at);
        await expect(openAll(altered)).rejects.toThrow(SealBroken);
      }),
      { numRuns: 120 },
    );
  });

  it("notices a truncation anywhere, whole chunks included", async () => {
    const sealed = await sealAll(randomBytes(2 * chunk));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
        await expect(openAll(sealed.subarray(0, length))).rejects.toThrow(SealBroken);
      }),
      { numRuns: 80, examples: [[0], [header], [header + sealedChunk], [sealed.length - 1]] },
    );
  });

  it("notices bytes added at the end, chunks exchanged, repeated, or taken from another file", async () => {
    const sealed = await sealAll(randomBytes(3 * chunk));
    const other = await sealAll(randomBytes(3 * chunk));
    const head = sealed.subarray(0, header);
    const [first, second, third] = [0, 1, 2].map((n) =>
      sealed.subarray(header + n * sealedChunk, header + (n + 1) * sealedChunk),
    ) as [Buffer, Buffer, Buffer];
    const forged = [
      [head, second, first, third],
      [head, first, first, third],
      [head, first, second, second, third],
      [head, first, second, third, third],
      [sealed, Buffer.from([0])],
      [head, first, other.subarray(header + sealedChunk, header + 2 * sealedChunk), third],
      [other.subarray(0, header), first, second, third],
    ];
    for (const parts of forged) await expect(openAll(Buffer.concat(parts))).rejects.toThrow(SealBroken);
  });

  it("does not open under another owner's key", async () => {
    const sealed = await sealAll(Buffer.from("Camille Exemple"));
    await expect(through(openStream(randomBytes(32)), sealed)).rejects.toThrow(SealBroken);
  });

  it("leaves nothing readable, and never seals twice alike", async () => {
    const plain = Buffer.from("marque-unique ".repeat(50));
    const [one, two] = [await sealAll(plain), await sealAll(plain)];
    expect(one.includes("marque-unique")).toBe(false);
    expect(one.equals(two)).toBe(false);
  });
});
