import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { done, refuse, type Result } from "@/lib/shared/result";
import { readMultipart, type Fields, type MultipartRefusal, type Part } from "@/lib/web/multipart";
import { keepUpload, readUploadTarget } from "@/lib/web/upload-target";

export type UploadRefusal = FileRefusal | MultipartRefusal | "not_editable" | "unknown_field" | "not_flagged";
export type Received = { fields: Fields; result: Result<null, UploadRefusal> };

/** Reads the posted files one after the other; each goes to the demande or to the piece of the wallet that the texts name. */
export async function receive(request: Request): Promise<Received> {
  let fields: Fields = {};
  let count = 0;
  const read = await readMultipart<UploadRefusal>(
    request,
    { fileBytes: fileLimits.bytes, files: fileLimits.filesAPiece },
    async (part, known) => {
      fields = known;
      const kept = await keep(part, known);
      if (kept.ok) count += 1;
      return kept;
    },
  );
  if (read.ok) fields = read.value;
  if (!read.ok) return { fields, result: read };
  return { fields, result: count === 0 ? refuse("no_file") : done(null) };
}

async function keep({ filename, bytes }: Part, fields: Fields): Promise<Result<unknown, UploadRefusal>> {
  const target = await readUploadTarget(fields);
  return target.ok ? keepUpload(target.value, { name: filename, bytes }) : target;
}
