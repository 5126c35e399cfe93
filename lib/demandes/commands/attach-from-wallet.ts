import type { Actor, Citizen } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { storeCounted } from "@/lib/files/storing/store-counted";
import { fileLimits, inMegabytes } from "@/lib/files/rules";
import { copyWalletDocument, type CopiedFile } from "@/lib/wallet/steps/copy-document";
import { getWalletDocument } from "@/lib/wallet/queries";
import { done, refuse, type Result } from "@/lib/shared/result";
import { lockDraft } from "../draft/lock-draft";
import type { AttachFromWallet } from "../schema/citizen";
import { keepInForm, roomIn, type AttachRefusal } from "./attach-file";

/** How many files, of which piece, for which document. */
export type JoinedPiece = { count: number; piece: string; title: string };

/**
 * F135: copies the files of a piece of the actor's own wallet onto a document of an open form, under the demande's key.
 * What happens to the piece afterwards never touches the copy (T7). « no_file »: the piece has none.
 */
export async function attachFromWallet(
  actor: Actor,
  input: AttachFromWallet,
): Promise<Result<JoinedPiece, AttachRefusal>> {
  if (actor.kind !== "citizen") throw new NotFound();
  const room = await findRoom(actor, input);
  if (!room.ok) return room;
  const { fileKey, sizes, piece, title } = room.value;
  const copies = await storeCounted({ actor, address: undefined }, sizes, () => copy(actor, input, fileKey));
  if (!copies.ok) return copies;

  return transact(actor, async ({ tx, record }) => {
    const files = copies.value.map((file) => ({ ...file, scan: "clean" as const }));
    const ids = await keepInForm(tx, actor, input, files, "wallet");
    if (!ids.ok) return ids;
    await record("attachment.added", ids.value, { path: input.path, origin: "wallet" });
    return done({ count: ids.value.length, piece, title });
  });
}

type Room = { fileKey: string; sizes: number[]; piece: string; title: string };

/** Judged before the bytes are copied, and again under the lock that writes the rows. */
async function findRoom(actor: Citizen, input: AttachFromWallet): Promise<Result<Room, AttachRefusal>> {
  const piece = await getWalletDocument(actor, input.documentId);
  return transact<Room, AttachRefusal>(actor, async ({ tx, unrecorded }) => {
    unrecorded("only looks whether there is room");
    const draft = await lockDraft(tx, actor, input.demandeId);
    if (!draft) return refuse("not_editable");
    const room = await roomIn(tx, draft, input.path);
    if (!room.ok) return room;
    if (piece.files.length === 0) return refuse("no_file");
    if (piece.files.length > room.value.left) return refuse("too_many_files", { most: String(room.value.most) });
    if (piece.files.some(({ size }) => isTooLarge(size, room.value.bytes)))
      return refuse("too_large", { most: inMegabytes(room.value.bytes) });
    return done({
      ...{ fileKey: draft.demande.fileKey, sizes: piece.files.map(({ size }) => size) },
      ...{ piece: piece.title, title: room.value.title },
    });
  });
}

/** What the wallet holds was judged when it came: only a démarche that takes less than the portal has more to say. */
function isTooLarge(size: number, most: number): boolean {
  return most < fileLimits.bytes && size > most;
}

function copy(actor: Citizen, { documentId }: AttachFromWallet, fileKey: string): Promise<CopiedFile[]> {
  return copyWalletDocument(actor, documentId, unwrapKey("demande", fileKey));
}
