import { fileTypeFromBuffer } from "file-type";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Order, ReadDocument, ReadingRefusal } from "../verdict";
import { pixelsOf, redrawImage } from "./image";
import { checkPdf, pdfBounds } from "./pdf/check-pdf";

const images = /^image\/(jpeg|png|gif|webp)$/;
const archives =
  /^application\/(zip|gzip|x-(7z-compressed|rar-compressed|tar|bzip2|xz|compress)|java-archive)|vnd\.rar|zstd/;
/** What is read in a moment: a photograph of a phone's screen, a letter, a bill. */
const light = { pixels: 3_000_000, pdf: { objects: 3_000, inflatedBytes: 1024 * 1024 } } as const;

/**
 * Judges a supporting document by its content, never by its name: an image is drawn anew, a PDF copied without what it does
 * not show. « heavy »: reading it takes long, and only a light file was asked for.
 */
export async function readDocument(
  bytes: Buffer,
  { maxBytes, onlyLight }: Order,
): Promise<Result<ReadDocument, ReadingRefusal | "heavy">> {
  const type = await typeOf(bytes);
  if (!type.ok) return type;
  if (type.value === "image") {
    const isHeavy = onlyLight && (await pixelsOf(bytes)) > light.pixels;
    return isHeavy ? refuse("heavy") : redrawImage(bytes, maxBytes);
  }
  const copy = await checkPdf(bytes, onlyLight ? light.pdf : pdfBounds);
  if (!copy.ok) return copy.reason === "too_complex" && onlyLight ? refuse("heavy") : copy;
  return copy.value.length > maxBytes ? refuse("too_large") : done({ bytes: copy.value, mediaType: "application/pdf" });
}

async function typeOf(bytes: Buffer): Promise<Result<"pdf" | "image", "type" | "heic" | "archive">> {
  if (isPdf(bytes)) return done("pdf");
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (images.test(mime)) return done("image");
  if (/^image\/(heic|heif|avif)/.test(mime)) return refuse("heic");
  return refuse(archives.test(mime) ? "archive" : "type");
}

/** The mark at the beginning, after the blank lines or the byte order mark that some programs put there. */
function isPdf(bytes: Buffer): boolean {
  return /^(\u00EF\u00BB\u00BF)?[\0\t\n\f\r ]*%PDF-/.test(bytes.toString("latin1", 0, 1024));
}
