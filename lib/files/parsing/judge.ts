import type { Result } from "@/lib/shared/result";
import type { Order, ReadingKind, ReadingRefusal, Readings } from "../inspecting/verdict";
import { readDocument } from "./document";
import { redrawImage } from "./image";
import { drawLogo } from "./logo";

type Reader<K extends ReadingKind> = (
  bytes: Buffer,
  order: Order,
) => Promise<Result<Readings[K], ReadingRefusal | "heavy">>;

/** Everything that parses a stranger's bytes, by kind. A CSV that is imported goes here too. */
const readers: { [K in ReadingKind]: Reader<K> } = { document: readDocument, logo: drawLogo };

/** Reads a drawing of one point: what the libraries take once and for all is not counted as the first file's. */
export async function warmUp(): Promise<void> {
  const point = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`;
  const logo = await drawLogo(Buffer.from(point));
  if (logo.ok) await redrawImage(logo.value.bytes, logo.value.bytes.length);
}

/** Reads bytes as an order says. */
export async function judge(
  order: Order,
  bytes: Buffer,
): Promise<Result<Readings[ReadingKind], ReadingRefusal | "heavy">> {
  return readers[order.kind](bytes, order);
}
