import { and, desc, eq } from "drizzle-orm";
import { attachments, type AttachmentOrigin, type ScanState } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { adoptBlobs, type StoredBlob } from "@/lib/files/storing/vault";
import { newId, type AttachmentId, type DemandeId } from "@/lib/shared/ids";

/** A file already sealed and stored under the demande's key, waiting for its row. */
export type NewFile = { blob: StoredBlob; name: string; mediaType: string; scan: ScanState };

type Place = { demandeId: DemandeId; fieldPath: string; origin: AttachmentOrigin; addedIn: number };

/** Writes the rows of stored files after those already there, and keeps the bytes from being erased as orphans. */
export async function adoptFiles(tx: Tx, place: Place, files: readonly NewFile[]): Promise<AttachmentId[]> {
  await adoptBlobs(
    tx,
    files.map(({ blob }) => blob),
  );
  const first = await nextPosition(tx, place);
  const createdAt = clock.now();
  const rows = files.map(({ blob, ...file }, index) => ({
    id: newId<AttachmentId>(),
    ...place,
    ...file,
    ...blob,
    position: first + index,
    createdAt,
  }));
  await tx.insert(attachments).values(rows);
  return rows.map(({ id }) => id);
}

async function nextPosition(tx: Tx, { demandeId, fieldPath }: Place): Promise<number> {
  const [last] = await tx
    .select({ position: attachments.position })
    .from(attachments)
    .where(and(eq(attachments.demandeId, demandeId), eq(attachments.fieldPath, fieldPath)))
    .orderBy(desc(attachments.position))
    .limit(1);
  return last ? last.position + 1 : 0;
}
