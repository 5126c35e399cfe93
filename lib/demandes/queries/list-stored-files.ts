import { asc, eq, sql } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import { readWithin } from "@/lib/kernel/within-time";

/** A sealed object that a row names, and what it must contain once opened. `key`: null when its own does not open. */
export type StoredFile = { id: string; storageKey: string; key: Buffer | null; size: number; sha256: string };

const pageSize = 500;

/** Every file of every demande, page by page, for the integrity check alone. */
export async function* listStoredFiles(_actor: System): AsyncGenerator<StoredFile> {
  let after: Place = { storageKey: "", demandeId: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows = await readPage(after);
    for (const { fileKey, demandeId: _, ...row } of rows) yield { ...row, key: open(fileKey) };
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last;
  }
}

/** Demandes of one filing name the same object (decision 033): a page ends between two of them too. */
type Place = { storageKey: string; demandeId: string };

async function readPage(after: Place) {
  return readWithin(60, (tx) =>
    tx
      .select({
        id: attachments.id,
        demandeId: attachments.demandeId,
        storageKey: attachments.storageKey,
        size: attachments.size,
        sha256: attachments.sha256,
        fileKey: demandes.fileKey,
      })
      .from(attachments)
      .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
      .where(
        sql`(${attachments.storageKey}, ${attachments.demandeId}) > (${after.storageKey}, ${after.demandeId}::uuid)`,
      )
      .orderBy(asc(attachments.storageKey), asc(attachments.demandeId))
      .limit(pageSize),
  );
}

function open(fileKey: string): Buffer | null {
  try {
    return unwrapKey("demande", fileKey);
  } catch {
    return null;
  }
}
