import sharp, { type Metadata, type Sharp } from "sharp";
import { done, refuse, type Result } from "@/lib/shared/result";
import { fileLimits } from "../rules";

export type ImageRefusal = "unreadable_image" | "too_many_pixels" | "large_for_kind" | "too_large";
export type DrawnImage = { bytes: Buffer; mediaType: "image/jpeg" | "image/png" };

/** A page of A4 at 350 points an inch: a paper gains nothing above. Half of it where the decoder holds the picture twice. */
const keptPixels = 12_000_000;
const keptOfFrames = 6_000_000;
/** What a decoder must hold whole, up to four bytes a pixel and twice: a reader has a hundred megabytes for everything. */
const wholePixels = { frames: 10_000_000, jpeg: 18_000_000 } as const;
/** Above one byte a pixel, what came without loss is a photograph: JPEG says the same in a tenth. */
const photoBytes = 1;
/** « By much »: a quarter, and a little for what is small; more for a flat picture, that a JPEG would blur. */
const growth = { factor: 1.25, jpeg: 64 * 1024, png: 512 * 1024 } as const;

/** `scale`: of the pixels that would be kept. */
type Kind = { format: "png" | "palette" } | { format: "jpeg"; quality: number; scale: number };
const photograph: readonly Kind[] = [
  { format: "jpeg", quality: 82, scale: 1 },
  { format: "jpeg", quality: 60, scale: 1 },
  { format: "jpeg", quality: 60, scale: 1 / 3 },
];

/** One reader draws one picture at a time, on one core: what it costs is what is counted. */
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws the image anew: what is kept is pixels alone, upright; no place, no camera, no hidden file after the end. A photograph
 * becomes a JPEG, what is flat a PNG, of twelve million pixels at most; of an animation the first picture. Never above
 * `maxBytes`, nor by much above what came. Refuses what cannot be read, or is too large to be, before drawing it.
 */
export async function redrawImage(bytes: Buffer, maxBytes: number): Promise<Result<DrawnImage, ImageRefusal>> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    const size = judgeSize(metadata, bytes);
    return size.ok ? await draw(bytes, metadata, maxBytes) : size;
  } catch {
    return refuse("unreadable_image");
  }
}

/** How many pixels there are to draw; 0 for what is no image. */
export async function pixelsOf(bytes: Buffer): Promise<number> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return 0;
  }
}

function judgeSize(metadata: Metadata, bytes: Buffer): Result<null, ImageRefusal> {
  const pixels = metadata.width * metadata.height;
  if (pixels > fileLimits.pixels) return refuse("too_many_pixels");
  return pixels > mostPixels(metadata, bytes) ? refuse("large_for_kind") : done(null);
}

function mostPixels({ format, pages = 1, isProgressive }: Metadata, bytes: Buffer): number {
  if (format === "webp") return isLossless(bytes) || pages > 1 ? wholePixels.frames : fileLimits.pixels;
  if (format === "jpeg") return isProgressive ? wholePixels.jpeg : fileLimits.pixels;
  return format === "gif" || isProgressive ? wholePixels.frames : fileLimits.pixels;
}

function isLossless(webp: Buffer): boolean {
  return webp.includes("VP8L");
}

async function draw(bytes: Buffer, metadata: Metadata, maxBytes: number): Promise<Result<DrawnImage, ImageRefusal>> {
  let smallest: DrawnImage | null = null;
  for (const kind of kindsFor(metadata, bytes)) {
    const drawn = await encode(bytes, metadata, kind);
    if (smallest === null || drawn.bytes.length < smallest.bytes.length) smallest = drawn;
    const slack = kind.format === "jpeg" ? growth.jpeg : growth.png;
    if (drawn.bytes.length <= Math.min(maxBytes, bytes.length * growth.factor + slack)) return done(drawn);
  }
  return smallest && smallest.bytes.length <= maxBytes ? done(smallest) : refuse("too_large");
}

/** The kind that suits the picture, then smaller ones for when it came out too heavy. */
function kindsFor({ format, width, height, isPalette }: Metadata, bytes: Buffer): readonly Kind[] {
  if (format === "jpeg" || (format === "webp" && !isLossless(bytes))) return photograph;
  if (isPalette) return [{ format: "palette" }, ...photograph];
  const isPhotograph = bytes.length / (width * height) > photoBytes;
  return isPhotograph ? photograph : [{ format: "png" }, { format: "palette" }, ...photograph];
}

async function encode(bytes: Buffer, metadata: Metadata, kind: Kind): Promise<DrawnImage> {
  const kept = metadata.format === "gif" || metadata.format === "webp" ? keptOfFrames : keptPixels;
  const image = shrunk(bytes, metadata, kind.format === "jpeg" ? kept * kind.scale : kept);
  if (kind.format === "jpeg") {
    // Finer tables of codes would save a twentieth, and hold the whole picture.
    const jpeg = image.flatten({ background: "#ffffff" }).jpeg({ quality: kind.quality, optimiseCoding: false });
    return { bytes: await jpeg.toBuffer(), mediaType: "image/jpeg" };
  }
  const palette = kind.format === "palette" ? { palette: true, dither: 0, effort: 1 } : {};
  return { bytes: await image.png({ compressionLevel: 6, ...palette }).toBuffer(), mediaType: "image/png" };
}

function shrunk(bytes: Buffer, { width, height }: Metadata, pixels: number): Sharp {
  const image = sharp(bytes, { limitInputPixels: fileLimits.pixels, sequentialRead: true, failOn: "error" });
  const scale = Math.sqrt(pixels / (width * height));
  if (scale >= 1) return image.autoOrient();
  const side = Math.floor(Math.max(width, height) * scale);
  return image.autoOrient().resize({ width: side, height: side, fit: "inside" });
}
