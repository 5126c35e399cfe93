import { and, eq, inArray, sql } from "drizzle-orm";
import { accountExports, accounts } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import type { AccountId, ExportId } from "@/lib/shared/ids";

export type Started = { id: ExportId; accountId: AccountId; fileKey: string };

/** It was erased, or ended, meanwhile. */
export class Gone extends Error {
  override name = "Gone";
}

/** In letters, not as parameters: the planner sees that the index of the unfinished applies. */
export const isUnfinished = sql`${accountExports.state} in ('waiting', 'running')`;

/** Marks a copy as being made. Null: ended, erased, or of an account that may not be used today. */
export async function start(id: ExportId): Promise<Started | null> {
  const usable = database().select({ id: accounts.id }).from(accounts).where(eq(accounts.status, "active"));
  const [row] = await database()
    .update(accountExports)
    .set({ state: "running", partsDone: 0, partsTotal: 0 })
    .where(and(eq(accountExports.id, id), isUnfinished, inArray(accountExports.accountId, usable)))
    .returning({ id: accountExports.id, accountId: accountExports.accountId, fileKey: accountExports.fileKey });
  return row ?? null;
}

/** Says how far it is. Throws Gone. */
export async function noteProgress(
  { id }: Pick<Started, "id">,
  progress: { partsDone: number } | { partsTotal: number },
): Promise<void> {
  const rows = await database()
    .update(accountExports)
    .set(progress)
    .where(and(eq(accountExports.id, id), eq(accountExports.state, "running")))
    .returning({ id: accountExports.id });
  if (rows.length === 0) throw new Gone();
}
