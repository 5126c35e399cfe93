import { eq } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";

/** Whether a demande still has these stored bytes: those of one filing share them (decision 033), the last to forget them erases them. */
export async function isFileNamed(_actor: System, storageKey: string): Promise<boolean> {
  const rows = await database()
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.storageKey, storageKey))
    .limit(1);
  return rows.length > 0;
}
