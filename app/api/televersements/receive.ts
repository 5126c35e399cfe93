import { attachFile } from "@/lib/demandes/commands/attach-file";
import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { isId, type DemandeId, type WalletDocumentId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { currentAgent, currentCitizen, currentVisitor } from "@/lib/web/current-actor";
import { missing } from "@/lib/web/missing";
import { readMultipart, type Fields, type MultipartRefusal, type Part } from "@/lib/web/multipart";
import { addWalletFile } from "@/lib/wallet/commands/wallet-files";

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

async function keep(
  { filename, bytes }: Part,
  { demandeId, documentId, path }: Fields,
): Promise<Result<unknown, UploadRefusal>> {
  const file = { name: filename, bytes };
  if (documentId !== undefined && isId(documentId)) {
    const citizen = await currentCitizen();
    if (!citizen) return missing();
    return addWalletFile(citizen, { documentId: documentId as WalletDocumentId, file });
  }
  if (demandeId === undefined || path === undefined || !isId(demandeId)) return refuse("malformed");
  const actor = path === "answer" ? await currentAgent() : await currentVisitor();
  if (!actor) return missing();
  return attachFile(actor, { demandeId: demandeId as DemandeId, path, file });
}
