import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { refuse, type Result } from "@/lib/shared/result";
import { addressKey } from "@/lib/web/client-address";
import { readMultipart, type Fields, type MultipartRefusal, type Part } from "@/lib/web/multipart";
import { keepUpload, readUploadTarget } from "@/lib/web/upload-target";

export type UploadRefusal = FileRefusal | MultipartRefusal | "not_editable" | "unknown_field" | "not_flagged";
export type Received = { fields: Fields; result: Result<null, UploadRefusal> };

/** Reads the posted files one after the other; each goes to the demande or to the piece of the wallet that the texts name. */
export async function receive(request: Request): Promise<Received> {
  let count = 0;
  const limits = { fileBytes: fileLimits.bytes, files: fileLimits.filesAPiece };
  const { fields, result } = await readMultipart<UploadRefusal>(request, limits, async (part, known) => {
    const kept = await keep(part, known, addressKey(request.headers));
    if (kept.ok) count += 1;
    return kept;
  });
  return { fields, result: result.ok && count === 0 ? refuse("no_file") : result };
}

async function keep(
  { filename, bytes }: Part,
  fields: Fields,
  address: string,
): Promise<Result<unknown, UploadRefusal>> {
  const target = await readUploadTarget(fields);
  return target.ok ? keepUpload(target.value, { name: filename, bytes, address }) : target;
}
