import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { done, refuse, type Refused, type Result } from "@/lib/shared/result";
import { addressKey } from "@/lib/web/route/client-address";
import { readMultipart, type Fields, type Part, type WholeRefusal } from "@/lib/web/upload/multipart";
import { keepUpload, readUploadTarget, weightAccepted } from "@/lib/web/upload/upload-target";

export type UploadRefusal = FileRefusal | WholeRefusal | "not_editable" | "unknown_field" | "not_flagged";
/** `name`: as sent, empty when a refusal is of the whole. */
export type SentOutcome = { name: string; result: Result<{ id: string }, UploadRefusal> };
export type Received = { fields: Fields; outcomes: readonly SentOutcome[] };

/** Twice what a document holds: one that is refused leaves its place to the next. */
const limits = { fileBytes: fileLimits.bytes, files: 2 * fileLimits.filesAPiece };

/** Reads the posted files one after the other; each goes to the demande or to the piece of the wallet that the texts name. */
export async function receive(request: Request): Promise<Received> {
  const address = addressKey(request.headers);
  const read = await readMultipart<{ id: string }, UploadRefusal>(request, limits, (part, known) =>
    keep(part, known, address),
  );
  const outcomes: SentOutcome[] = read.files.map(({ filename, result }) => ({ name: filename, result }));
  if (!read.whole.ok) outcomes.push({ name: "", result: read.whole });
  if (outcomes.length === 0) outcomes.push({ name: "", result: refuse("no_file") });
  return { fields: read.fields, outcomes: await withFigure(outcomes, read.fields) };
}

/** What was too heavy to be read reached no command: it is told the figure of its document all the same. */
async function withFigure(outcomes: readonly SentOutcome[], fields: Fields): Promise<readonly SentOutcome[]> {
  if (!outcomes.some(isWithoutFigure)) return outcomes;
  const target = await readUploadTarget(fields);
  const weight = target.ok ? await weightAccepted(target.value) : target;
  if (!weight.ok) return outcomes;
  const told = (reason: UploadRefusal) => refuse(reason, { most: weight.value });
  return outcomes.map((sent) =>
    isWithoutFigure(sent) && !sent.result.ok ? { ...sent, result: told(sent.result.reason) } : sent,
  );
}

function isWithoutFigure({ result }: SentOutcome): boolean {
  return !result.ok && /^too_large/.test(result.reason) && result.details?.most === undefined;
}

/** The first that was not kept, or null. */
export function firstRefusal({ outcomes }: Pick<Received, "outcomes">): Refused<UploadRefusal> | null {
  for (const { result } of outcomes) if (!result.ok) return result;
  return null;
}

async function keep(
  { filename, bytes }: Part,
  fields: Fields,
  address: string,
): Promise<Result<{ id: string }, UploadRefusal>> {
  const target = await readUploadTarget(fields);
  if (!target.ok) return target;
  const kept = await keepUpload(target.value, { name: filename, bytes, address });
  return kept.ok ? done({ id: kept.value.id }) : kept;
}
