import type { Anonymous, Citizen, Staff } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { attachFile, heaviestFile, type AttachRefusal } from "@/lib/demandes/commands/attach-file";
import { fileLimits, inMegabytes } from "@/lib/files/rules";
import { isId, type DemandeId, type WalletDocumentId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { addWalletFile } from "@/lib/wallet/commands/change-files";
import { currentAgent, currentCitizen, currentVisitor } from "../session/current-actor";

/** Where a file that somebody sends belongs, and who sends it. */
export type UploadTarget =
  | { kind: "wallet"; actor: Citizen; documentId: WalletDocumentId }
  | { kind: "demande"; actor: Anonymous | Citizen | Staff; demandeId: DemandeId; path: string };

/** `address`, `isCounted`: as the commands take them (lib/files/inspecting/inspect.ts). */
type SentFile = { name: string; bytes: Buffer; address?: string; isCounted?: boolean };
type Texts = Readonly<Record<string, string | undefined>>;

/** Reads what the texts posted with a file name. Throws NotFound for who is not signed in where one must be. */
export async function readUploadTarget({
  demandeId,
  documentId,
  path,
}: Texts): Promise<Result<UploadTarget, "malformed">> {
  if (documentId !== undefined && isId(documentId)) {
    const actor = signedIn(await currentCitizen());
    return done({ kind: "wallet", actor, documentId: documentId as WalletDocumentId });
  }
  if (demandeId === undefined || path === undefined || !isId(demandeId)) return refuse("malformed");
  const actor = path === "answer" ? signedIn(await currentAgent()) : await currentVisitor();
  return done({ kind: "demande", actor, demandeId: demandeId as DemandeId, path });
}

function signedIn<T>(actor: T | null): T {
  if (actor === null) throw new NotFound();
  return actor;
}

/** Gives the file to the command of its room, which judges the person, the room left and the bytes. */
export async function keepUpload(target: UploadTarget, file: SentFile): Promise<Result<{ id: string }, AttachRefusal>> {
  if (target.kind === "wallet") {
    const added = await addWalletFile(target.actor, { documentId: target.documentId, file });
    return added.ok ? done({ id: added.value.fileId }) : added;
  }
  const attached = await attachFile(target.actor, { demandeId: target.demandeId, path: target.path, file });
  return attached.ok ? done({ id: attached.value.attachmentId }) : attached;
}

/** « 3 Mo », the weight that a file may have there; what refuses every file there, otherwise. */
export async function weightAccepted(target: UploadTarget): Promise<Result<string, AttachRefusal>> {
  if (target.kind === "wallet") return done(inMegabytes(fileLimits.bytes));
  const heaviest = await heaviestFile(target.actor, target);
  return heaviest.ok ? done(inMegabytes(heaviest.value)) : heaviest;
}
