import { and, asc, eq, ne, or } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { Entry, Namer } from "@/lib/kernel/personal-data";
import type { AttachmentId, DemandeId } from "@/lib/shared/ids";
import { readAttachment } from "../commands/read-attachment";

/**
 * The files of a demande that its owner may open, those of earlier revisions included: what was joined in `pieces/`, the
 * answer of the service in `reponse/`. Reading each leaves its line in the journal, as anywhere.
 */
export async function copyOfFiles(owner: Citizen, demandeId: DemandeId, folder: string, name: Namer) {
  const entries: Entry[] = [];
  const data = (await listOwn(owner, demandeId)).map(({ id, origin, fieldPath, removedIn, at, ...file }) => {
    const path = name(`${folder}${origin === "answer" ? "reponse" : "pieces"}/`, file.nom);
    entries.push({ path, at, open: () => open(owner, id) });
    return { ...file, champ: fieldPath, ajout: at, retireDepuis: removedIn !== null, dansLArchive: path };
  });
  return { data, entries };
}

async function open(owner: Citizen, attachmentId: AttachmentId) {
  const read = await readAttachment(owner, { attachmentId });
  if (!read.ok) throw new NotFound();
  return read.value.body;
}

/** The scope of `readAttachment`: never what a virus was found in, the answer once it is given. */
async function listOwn({ accountId }: Citizen, demandeId: DemandeId) {
  const given = and(eq(attachments.isFrozen, true), eq(attachments.scan, "clean"));
  return database()
    .select({
      id: attachments.id,
      origin: attachments.origin,
      fieldPath: attachments.fieldPath,
      removedIn: attachments.removedIn,
      nom: attachments.name,
      type: attachments.mediaType,
      octets: attachments.size,
      sha256: attachments.sha256,
      at: attachments.createdAt,
    })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(
      and(
        eq(attachments.demandeId, demandeId),
        eq(demandes.accountId, accountId),
        ne(attachments.scan, "infected"),
        or(ne(attachments.origin, "answer"), given),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
}
