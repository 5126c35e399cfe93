import { and, asc, eq, gt, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import type { Reader } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { answerPath } from "../rules/answer-path";
import type { AttachmentView } from "../types/demande";

/** Files of a revision, in their order: added by then and not removed yet, the service's answer left out. */
export function inRevision(demandeId: DemandeId, revision: number): SQL | undefined {
  return and(
    eq(attachments.demandeId, demandeId),
    ne(attachments.origin, "answer"),
    lte(attachments.addedIn, revision),
    or(isNull(attachments.removedIn), gt(attachments.removedIn, revision)),
  );
}

/** Files of the service's answer, those taken back left out. */
export function answerFilesOf(demandeId: DemandeId): SQL | undefined {
  return and(
    eq(attachments.demandeId, demandeId),
    eq(attachments.fieldPath, answerPath),
    isNull(attachments.removedIn),
  );
}

const attachmentColumns = {
  id: attachments.id,
  fieldPath: attachments.fieldPath,
  origin: attachments.origin,
  name: attachments.name,
  mediaType: attachments.mediaType,
  size: attachments.size,
  scan: attachments.scan,
  isFrozen: attachments.isFrozen,
  addedAt: attachments.createdAt,
};

export async function listFiles(reader: Reader, where: SQL | undefined): Promise<AttachmentView[]> {
  return reader
    .select(attachmentColumns)
    .from(attachments)
    .where(where)
    .orderBy(asc(attachments.fieldPath), asc(attachments.position), asc(attachments.id));
}

/** What counts as given in a revision: an infected file does not. */
export async function listCurrentFiles(
  reader: Reader,
  demandeId: DemandeId,
  revision: number,
): Promise<AttachmentView[]> {
  const files = await listFiles(reader, inRevision(demandeId, revision));
  return files.filter(({ scan }) => scan !== "infected");
}
