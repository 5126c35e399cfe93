import type { Actor, Citizen } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import { NotFound, Retryable } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { fileLimits } from "@/lib/files/rules";
import { copyWalletDocument, type CopiedFile } from "@/lib/wallet/copy";
import { getWalletDocument } from "@/lib/wallet/queries";
import { done, refuse, type Result } from "@/lib/shared/result";
import { lockDraft } from "../lock-draft";
import type { AttachFromWallet } from "../schema";
import { keepInForm, roomIn, type AttachRefusal } from "./attach-file";

/**
 * F135: copies the files of a piece of the actor's own wallet onto a document of an open form, under the demande's key.
 * What happens to the piece afterwards never touches the copy (T7). « no_file »: the piece has none.
 */
export async function attachFromWallet(
  actor: Actor,
  input: AttachFromWallet,
): Promise<Result<{ count: number }, AttachRefusal>> {
  if (actor.kind !== "citizen") throw new NotFound();
  const room = await findRoom(actor, input);
  if (!room.ok) return room;
  const copies = await copy(actor, input, room.value.fileKey);
  if (!copies.ok) return copies;

  return transact(actor, async ({ tx, record }) => {
    const files = copies.value.map((file) => ({ ...file, scan: "clean" as const }));
    const ids = await keepInForm(tx, actor, input, files, "wallet");
    if (!ids.ok) return ids;
    for (const id of ids.value) await record("attachment.added", id, { path: input.path, origin: "wallet" });
    return done({ count: ids.value.length });
  });
}

/** Judged before the bytes are copied, and again under the lock that writes the rows. */
async function findRoom(actor: Citizen, input: AttachFromWallet): Promise<Result<{ fileKey: string }, AttachRefusal>> {
  const piece = await getWalletDocument(actor, input.documentId);
  return transact<{ fileKey: string }, AttachRefusal>(actor, async ({ tx, unrecorded }) => {
    unrecorded("only looks whether there is room");
    const draft = await lockDraft(tx, actor, input.demandeId);
    if (!draft) return refuse("not_editable");
    const room = await roomIn(tx, draft, input.path);
    if (!room.ok) return room;
    if (piece.files.length === 0) return refuse("no_file");
    if (piece.files.length > room.value.left) return refuse("too_many_files");
    if (piece.files.some(({ size }) => isTooLarge(size, room.value.bytes))) return refuse("too_large");
    return done({ fileKey: draft.demande.fileKey });
  });
}

/** What the wallet holds was judged when it came: only a démarche that takes less than the portal has more to say. */
function isTooLarge(size: number, most: number): boolean {
  return most < fileLimits.bytes && size > most;
}

async function copy(
  actor: Citizen,
  { documentId }: AttachFromWallet,
  fileKey: string,
): Promise<Result<CopiedFile[], "try_again">> {
  try {
    return done(await copyWalletDocument(actor, documentId, unwrapKey("demande", fileKey)));
  } catch (error) {
    if (error instanceof Retryable) return refuse("try_again");
    throw error;
  }
}
