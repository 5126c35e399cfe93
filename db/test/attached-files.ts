import { eq } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { readAttachment } from "@/lib/demandes/commands/read-attachment";
import { getDraft } from "@/lib/demandes/queries/find-draft";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { AttachmentId, DemandeId } from "@/lib/shared/ids";
import { valueOf } from "./citizen-demande";
import { plainPdf, sent } from "./sample-files";

/** The document of the small definition. */
export const identityPath = "act.identity";

export const attach = (actor: Actor, demandeId: DemandeId, name = "piece.pdf") =>
  attachFile(actor, { demandeId, path: identityPath, file: sent(plainPdf, name) });

export const filesOf = async (actor: Actor, demandeId: DemandeId) => (await getDraft(actor, demandeId)).attachments;

export async function storageKeyOf(id: AttachmentId): Promise<string> {
  const [row] = await database()
    .select({ key: attachments.storageKey })
    .from(attachments)
    .where(eq(attachments.id, id));
  return row?.key ?? "";
}

/** As its reader receives them. */
export async function bytesOf(actor: Actor, attachmentId: AttachmentId): Promise<string> {
  const { body } = valueOf(await readAttachment(actor, { attachmentId }));
  return Buffer.concat(await body.toArray()).toString();
}
