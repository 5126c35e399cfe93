import { antivirus } from "@/lib/ports/antivirus";
import { done, refuse, type Result } from "@/lib/shared/result";
import { cleanFileName } from "./name";
import type { Sender } from "../pool/queue";
import { readApart } from "./read-apart";
import { fileLimits, inMegabytes, type FileRefusal } from "../rules";
import type { StoredType } from "./verdict";

/**
 * A file as it arrived: nothing about it is believed. `address`: key of the address it comes from, where one is known;
 * `isCounted`: its bytes were counted for today when it was announced.
 */
export type SentFile = { name: string; bytes: Buffer; address?: string; isCounted?: boolean };

/** A file worth keeping: its bytes are the image drawn anew, or the plain copy of the PDF. */
export type InspectedFile = { name: string; bytes: Buffer; mediaType: StoredType; scan: "clean" | "pending" };

/**
 * Judges one file sent by a person: size, type by its content (never by its name), image redrawn, PDF without active
 * content, antivirus. What comes out is never above `maxBytes` either. Its bytes are parsed by a process apart, in the
 * sender's turn. When the antivirus does not answer the file is kept as « pending », and no agent may open it.
 */
export async function inspectFile(
  sent: SentFile,
  sender: Sender,
  maxBytes: number = fileLimits.bytes,
): Promise<Result<InspectedFile, FileRefusal>> {
  if (sent.bytes.length === 0) return refuse("empty");
  const tooLarge = refuse("too_large", { most: inMegabytes(maxBytes) });
  if (sent.bytes.length > maxBytes) return tooLarge;
  const read = await readApart("document", sent.bytes, sender, maxBytes);
  if (!read.ok) return read.reason === "too_large" ? tooLarge : read;
  const scan = await antivirus().scan(sent.bytes);
  if (scan === "infected") return refuse("infected");
  const { bytes, mediaType } = read.value;
  return done({ name: cleanFileName(sent.name, mediaType), bytes, mediaType, scan });
}
