import { deflateSync } from "node:zlib";
import sharp from "sharp";

const mebibyte = 1024 * 1024;
/** @type {(...parts: (string | Buffer<ArrayBuffer>)[]) => Buffer<ArrayBuffer>} */
const pdf = (...parts) => Buffer.concat(["%PDF-1.7\n", ...parts, "\ntrailer<</Root 1 0 R>>\n%%EOF\n"].map(bytes));
const bytes = (/** @type {string | Buffer<ArrayBuffer>} */ part) =>
  typeof part === "string" ? Buffer.from(part, "latin1") : part;
const page =
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n";

/** One page: what an honest person sends, in a few bytes. */
export const honestPdf = pdf(page);

/** Files that each took seconds of the portal, or its memory, before readers had limits; twenty of them, each a little different. */
export async function hostileFiles() {
  /** @type {import("sharp").SharpOptions} */
  const blank = {
    create: { width: 7_000, height: 7_100, channels: 3, background: "#eeeeee" },
    limitInputPixels: false,
  };
  const files = [
    pdf(page, ...[10, 11, 12, 13].map((number) => objectStream(number, Buffer.alloc(16 * mebibyte, "/a")))),
    pdf(page, names(1.5 * mebibyte)),
    pdf(page, names(9.8 * mebibyte)),
    pdf(page, "4 0 obj<<", distinctNames(5.7 * mebibyte), ">>endobj\n"),
    pdf(page, `4 0 obj[${"[]".repeat(4 * mebibyte)}]endobj\n`),
    pdf(page, `1 0 obj\n${"[".repeat(3_000)}\n`.repeat(300)),
    pdf(page, "9".repeat(9.8 * mebibyte)),
    await sharp(blank).webp({ lossless: true }).toBuffer(),
    await sharp(blank).gif({ effort: 1 }).toBuffer(),
    await sharp(blank).png({ progressive: true }).toBuffer(),
  ];
  return [...files, ...files].map((file, index) => Buffer.concat([file, Buffer.from(`\n% ${index}`)]));
}

/**
 * @param {number} number
 * @param {Buffer<ArrayBuffer>} objects
 */
function objectStream(number, objects) {
  const packed = deflateSync(objects);
  const entries = `/Type/ObjStm/N 100/First 4/Filter/FlateDecode/Length ${packed.length}`;
  return Buffer.concat([`${number} 0 obj<<${entries}>>\nstream\n`, packed, "\nendstream endobj\n"].map(bytes));
}

const names = (/** @type {number} */ size) => "/a/b/c/d/e/f/g/h/i/j/k/lstream\nendstream".repeat(Math.floor(size / 40));

/** @param {number} size */
function distinctNames(size) {
  let text = "";
  for (let number = 0; text.length < size; number += 1) text += `/n${number} 1`;
  return text;
}
