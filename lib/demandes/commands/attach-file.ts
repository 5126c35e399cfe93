import { and, eq, isNull } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { hasRoom } from "@/lib/kernel/disk-room";
import { NotFound } from "@/lib/kernel/errors";
import { requireStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { getAnswer, setAnswer } from "@/lib/demarches/fields/paths";
import { inspectFile, type SentFile } from "@/lib/files/inspecting/inspect";
import { senderOf } from "@/lib/files/inspecting/read-apart";
import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { storeCounted } from "@/lib/files/storing/store-counted";
import { storeSealed } from "@/lib/files/storing/vault";
import type { AttachmentId, DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { adoptFiles, type NewFile } from "../files/adopt-files";
import { answerFilesOf, listCurrentFiles, listFiles } from "../files/attached-files";
import { findFileField, limitsOf, type FileFieldRefusal } from "../files/file-fields";
import { hasGuestRoom } from "../draft/guest-storage";
import { lockDemande, type LockedDemande } from "../moves/lock-demande";
import { lockDraft, touch, writeAnswers, type LockedDraft } from "../draft/lock-draft";
import { canAddAnswerFile } from "../policy";
import { answerPath } from "../rules/answer-path";

export type AttachFile = { demandeId: DemandeId; path: string; file: SentFile };
export type AttachRefusal = FileRefusal | FileFieldRefusal | "not_editable";

type Room = { fileKey: string; maxBytes: number; isGuestDraft: boolean };

/**
 * Attaches one file sent by a person: to a document of its open form by the owner, to the answer (path « answer ») by an
 * agent of the service. Judged twice around the work on the bytes, which holds no lock: before, so that nothing is read
 * for nothing; after, under the lock, where the row adopts the stored bytes. Bytes that no row adopts are erased.
 */
export async function attachFile(
  actor: Actor,
  input: AttachFile,
): Promise<Result<{ attachmentId: AttachmentId }, AttachRefusal>> {
  if (!(await hasRoom())) return refuse("no_room");
  const room = await lookForRoom(actor, input);
  if (!room.ok) return room;

  const inspected = await inspectFile(input.file, senderOf(actor, input.file.address), room.value.maxBytes);
  if (!inspected.ok) return inspected;
  const { bytes, ...file } = inspected.value;
  const sender = { actor, address: input.file.address, isCounted: input.file.isCounted };
  if (room.value.isGuestDraft && !(await hasGuestRoom(bytes.length))) return refuse("guests_full");
  const blob = await storeCounted(sender, [bytes.length], () => store(room.value, bytes));
  if (!blob.ok) return blob;
  return keep(actor, input, { ...file, blob: blob.value });
}

type Place = Pick<AttachFile, "demandeId" | "path">;

/** In bytes, what one file may weigh there. Refuses as `attachFile` does, and throws NotFound to the same people. */
export async function heaviestFile(actor: Actor, place: Place): Promise<Result<number, AttachRefusal>> {
  const room = await lookForRoom(actor, place);
  return room.ok ? done(room.value.maxBytes) : room;
}

function lookForRoom(actor: Actor, place: Place): Promise<Result<Room, AttachRefusal>> {
  return transact<Room, AttachRefusal>(actor, async ({ tx, unrecorded }) => {
    unrecorded("only looks whether there is room");
    return findRoom(tx, actor, place);
  });
}

async function findRoom(tx: Tx, actor: Actor, input: Place): Promise<Result<Room, AttachRefusal>> {
  if (input.path === answerPath) {
    const demande = await lockForAnswer(tx, actor, input.demandeId);
    if (!demande.ok) return demande;
    return done({ fileKey: demande.value.fileKey, maxBytes: fileLimits.bytes, isGuestDraft: false });
  }
  const draft = await lockDraft(tx, actor, input.demandeId);
  if (!draft) return refuse("not_editable");
  const field = await roomIn(tx, draft, input.path);
  if (!field.ok) return field;
  const { fileKey, accountId, status } = draft.demande;
  return done({ fileKey, maxBytes: field.value.bytes, isGuestDraft: accountId === null && status === "draft" });
}

/** How much a document of the form still takes. */
export async function roomIn(
  tx: Tx,
  draft: LockedDraft,
  path: string,
): Promise<Result<{ bytes: number; left: number; most: number; title: string }, AttachRefusal>> {
  const field = findFileField(draft, path);
  if (!field.ok) return field;
  const { files, bytes } = limitsOf(field.value);
  const current = await listCurrentFiles(tx, draft.demande.id, draft.open.number);
  const left = files - current.filter(({ fieldPath }) => fieldPath === path).length;
  return left > 0
    ? done({ bytes, left, most: files, title: field.value.label })
    : refuse("too_many_files", { most: String(files) });
}

function store({ fileKey }: Room, bytes: Buffer) {
  return storeSealed("demande", unwrapKey("demande", fileKey), bytes, fileLimits.bytes);
}

async function keep(
  actor: Actor,
  input: AttachFile,
  file: NewFile,
): Promise<Result<{ attachmentId: AttachmentId }, AttachRefusal>> {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    await lockDemande(tx, actor, input.demandeId);
    const same = await findSame(tx, input, file);
    if (same) {
      unrecorded("the same file, sent again after a lost answer");
      return done({ attachmentId: same });
    }
    const ids =
      input.path === answerPath
        ? await keepAnswer(tx, actor, input, file)
        : await keepInForm(tx, actor, input, [file], "device");
    if (!ids.ok) return ids;
    const [attachmentId] = ids.value;
    if (!attachmentId) return refuse("try_again");
    await record("attachment.added", attachmentId, { path: input.path });
    return done({ attachmentId });
  });
}

/** The file already there under the same name with the same bytes, not filed yet: a double click, a retry. */
async function findSame(
  tx: Tx,
  { demandeId, path }: AttachFile,
  { name, blob }: NewFile,
): Promise<AttachmentId | null> {
  const [same] = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.demandeId, demandeId),
        eq(attachments.fieldPath, path),
        eq(attachments.name, name),
        eq(attachments.sha256, blob.sha256),
        eq(attachments.isFrozen, false),
        isNull(attachments.removedIn),
      ),
    )
    .limit(1);
  return same?.id ?? null;
}

/** Under the lock: adds stored files to a document of the open form. The same for a device and for the wallet. */
export async function keepInForm(
  tx: Tx,
  actor: Actor,
  { demandeId, path }: Place,
  files: readonly NewFile[],
  origin: "device" | "wallet",
): Promise<Result<AttachmentId[], AttachRefusal>> {
  const draft = await lockDraft(tx, actor, demandeId);
  if (!draft) return refuse("not_editable");
  const room = await roomIn(tx, draft, path);
  if (!room.ok) return room;
  if (files.length > room.value.left) return refuse("too_many_files", { most: String(room.value.most) });

  const ids = await adoptFiles(tx, { demandeId, fieldPath: path, origin, addedIn: draft.open.number }, files);
  // A document given here is no longer to be brought on paper.
  if (getAnswer(draft.open.answers, path) === undefined) await touch(tx, demandeId);
  else await writeAnswers(tx, draft, setAnswer(draft.open.answers, path, undefined));
  return done(ids);
}

async function keepAnswer(
  tx: Tx,
  actor: Actor,
  { demandeId }: AttachFile,
  file: NewFile,
): Promise<Result<AttachmentId[], AttachRefusal>> {
  const demande = await lockForAnswer(tx, actor, demandeId);
  if (!demande.ok) return demande;
  return done(
    await adoptFiles(tx, { demandeId, fieldPath: answerPath, origin: "answer", addedIn: demande.value.revision }, [
      file,
    ]),
  );
}

/** Refuses a closed demande and a fifth file; throws NotFound for anyone but an agent of the service. */
async function lockForAnswer(
  tx: Tx,
  actor: Actor,
  demandeId: DemandeId,
): Promise<Result<LockedDemande, "not_editable" | "too_many_files">> {
  const { serviceIds } = requireStaff(actor);
  const demande = await lockDemande(tx, actor, demandeId);
  if (!serviceIds.includes(demande.serviceId)) throw new NotFound();
  if (!canAddAnswerFile(actor, demande)) return refuse("not_editable");
  const files = await listFiles(tx, answerFilesOf(demandeId));
  return files.length >= fileLimits.filesAPiece
    ? refuse("too_many_files", { most: String(fileLimits.filesAPiece) })
    : done(demande);
}
