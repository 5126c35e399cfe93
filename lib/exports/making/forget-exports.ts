import { asc, inArray, type SQL } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import { forgetBlobs } from "@/lib/files/storing/vault";

/** Forgets copies in the caller's transaction, at most `limit`; the worker then erases their bytes. Returns how many. */
export async function forgetExports(tx: Tx, which: SQL | undefined, limit: number): Promise<number> {
  const rows = await tx
    .select({ id: accountExports.id, storageKey: accountExports.storageKey })
    .from(accountExports)
    .where(which)
    .orderBy(asc(accountExports.expiresAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  if (rows.length === 0) return 0;
  await forgetBlobs(
    tx,
    rows.flatMap(({ storageKey }) => storageKey ?? []),
  );
  await tx.delete(accountExports).where(
    inArray(
      accountExports.id,
      rows.map(({ id }) => id),
    ),
  );
  return rows.length;
}
