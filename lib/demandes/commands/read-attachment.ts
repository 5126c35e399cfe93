import type { Readable } from "node:stream";
import { and, eq, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { openSealed } from "@/lib/files/storing/vault";
import type { AttachmentId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";
import { ownedBy, reachableBy } from "../access/scope";

export type OpenedFile = { name: string; mediaType: string; size: number; body: Readable };

/**
 * Opens a file of a demande, and writes in the journal that it was read. Its owner has what they attached, unless a virus
 * was found, and the answer once it is given; an agent of the service and an administrator have what was filed and cleared
 * by the antivirus. Throws NotFound for everything else. The stream fails when the stored bytes were altered.
 */
export async function readAttachment(
  actor: Actor,
  { attachmentId }: { attachmentId: AttachmentId },
): Promise<Result<OpenedFile, never>> {
  const found = await transact<Awaited<ReturnType<typeof findReadable>>, never>(actor, async ({ tx, record }) => {
    const file = await findReadable(tx, actor, attachmentId);
    await record("attachment.read", attachmentId);
    return done(file);
  });
  if (!found.ok) return found;
  const { fileKey, storageKey, ...facts } = found.value;
  return done({ ...facts, body: await openSealed(unwrapKey("demande", fileKey), storageKey) });
}

async function findReadable(tx: Tx, actor: Actor, attachmentId: AttachmentId) {
  const [file] = await tx
    .select({
      name: attachments.name,
      mediaType: attachments.mediaType,
      size: attachments.size,
      storageKey: attachments.storageKey,
      fileKey: demandes.fileKey,
    })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(and(eq(attachments.id, attachmentId), isStaff(actor) ? forStaff(actor) : forOwner(actor)))
    .limit(1);
  if (!file) throw new NotFound();
  return file;
}

function forOwner(actor: Actor): SQL | undefined {
  const given = and(eq(attachments.isFrozen, true), eq(attachments.scan, "clean"));
  return and(ownedBy(actor), ne(attachments.scan, "infected"), or(ne(attachments.origin, "answer"), given));
}

/** Never what is still in an open form, and never before the antivirus said « clean ». */
function forStaff(actor: Actor): SQL | undefined {
  const filed = and(
    lte(attachments.addedIn, demandes.revision),
    or(eq(attachments.isFrozen, true), eq(attachments.origin, "answer")),
  );
  const current = or(ne(attachments.origin, "answer"), isNull(attachments.removedIn));
  return and(reachableBy(actor), eq(attachments.scan, "clean"), filed, current);
}
