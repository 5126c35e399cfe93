import { fileTypeFromBuffer } from "file-type";
import { antivirus } from "@/lib/ports/antivirus";
import { done, refuse, type Result } from "@/lib/shared/result";
import { redrawImage } from "./image";
import { cleanFileName } from "./name";
import { checkPdf } from "./pdf-check";
import { acceptedTypes, fileLimits, type AcceptedType, type FileRefusal } from "./rules";

/**
 * A file as it arrived: nothing about it is believed. `address`: key of the address it comes from, where one is known;
 * `isCounted`: its bytes were counted for today when it was announced.
 */
export type SentFile = { name: string; bytes: Buffer; address?: string; isCounted?: boolean };

/** A file worth keeping: its bytes are the redrawn image or the checked PDF. */
export type InspectedFile = { name: string; bytes: Buffer; mediaType: AcceptedType; scan: "clean" | "pending" };

const archives =
  /^application\/(zip|gzip|x-(7z-compressed|rar-compressed|tar|bzip2|xz|compress)|java-archive)|vnd\.rar|zstd/;

/**
 * Judges one file sent by a person: size, type by its content (never by its name), image redrawn, PDF without active
 * content, antivirus. When the antivirus does not answer the file is kept as « pending », and no agent may open it.
 */
export async function inspectFile(
  sent: SentFile,
  maxBytes: number = fileLimits.bytes,
): Promise<Result<InspectedFile, FileRefusal>> {
  if (sent.bytes.length === 0) return refuse("empty");
  if (sent.bytes.length > maxBytes) return refuse("too_large");
  const type = await typeOf(sent.bytes);
  if (!type.ok) return type;
  const scan = await antivirus().scan(sent.bytes);
  if (scan === "infected") return refuse("infected");
  const bytes = await cleanBytes(sent.bytes, type.value);
  if (!bytes.ok) return bytes;
  return done({ name: cleanFileName(sent.name, type.value), bytes: bytes.value, mediaType: type.value, scan });
}

async function typeOf(bytes: Buffer): Promise<Result<AcceptedType, "type" | "heic" | "archive">> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (isAccepted(mime)) return done(mime);
  if (/^image\/(heic|heif|avif)/.test(mime)) return refuse("heic");
  return refuse(archives.test(mime) ? "archive" : "type");
}

async function cleanBytes(bytes: Buffer, type: AcceptedType): Promise<Result<Buffer, FileRefusal>> {
  if (type !== "application/pdf") return redrawImage(bytes, type);
  const checked = checkPdf(bytes);
  return checked.ok ? done(bytes) : checked;
}

function isAccepted(mime: string): mime is AcceptedType {
  return Object.hasOwn(acceptedTypes, mime);
}
