import { fileTypeFromBuffer } from "file-type";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Order, ReadDocument, ReadingRefusal } from "../inspecting/verdict";
import { pixelsOf, redrawImage } from "./image";
import { checkPdf, pdfBounds } from "./pdf/check-pdf";

const images = /^image\/(jpeg|png|gif|webp)$/;
const archives =
  /^application\/(zip|gzip|x-(7z-compressed|rar-compressed|tar|bzip2|xz|compress)|java-archive)|vnd\.rar|zstd/;
/** Word, Excel, PowerPoint, LibreOffice, RTF; the older ones of Microsoft are all one kind of container. */
const office =
  /^application\/(vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-(word|excel|powerpoint))|msword|x-cfb|rtf)|^text\/rtf/;
/** Written in clear in the ZIP that such a document is, where its kind is not: those of Apple are told by that alone. */
const officeParts = ["[Content_Types].xml", "mimetypeapplication/vnd.oasis", "Index/Document.iwa", "Index/Tables/"];
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

type UnwantedKind = "type" | "heic" | "avif" | "office" | "archive";

async function typeOf(bytes: Buffer): Promise<Result<"pdf" | "image", UnwantedKind>> {
  if (isPdf(bytes)) return done("pdf");
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (images.test(mime)) return done("image");
  return refuse(unwantedKind(bytes, mime));
}

/** Told apart by what the person can do about it. */
function unwantedKind(bytes: Buffer, mime: string): UnwantedKind {
  if (mime.startsWith("image/avif")) return "avif";
  if (/^image\/hei[cf]/.test(mime)) return "heic";
  if (office.test(mime) || officeParts.some((part) => bytes.includes(part))) return "office";
  return archives.test(mime) ? "archive" : "type";
}

/** The mark at the beginning, after the blank lines or the byte order mark that some programs put there. */
function isPdf(bytes: Buffer): boolean {
  return /^(\u00EF\u00BB\u00BF)?[\0\t\n\f\r ]*%PDF-/.test(bytes.toString("latin1", 0, 1024));
}
