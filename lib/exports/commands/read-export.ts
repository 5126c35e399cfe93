import type { Readable } from "node:stream";
import { and, eq, gt } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unwrapKey } from "@/lib/kernel/crypto";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { openSealed } from "@/lib/files/storing/vault";
import { isoDay } from "@/lib/shared/dates";
import type { ExportId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";

export type OpenedExport = { name: string; mediaType: string; size: number; body: Readable };

type Found = { fileKey: string; storageKey: string; size: number; madeAt: Date };

/**
 * Opens a copy that is ready, for the session of its owner that recalled the password, and writes in the journal that it was
 * taken. Throws NotFound when it is absent, somebody else's, not open to this session, not ready, or past its week. The stream
 * fails when the stored bytes were altered.
 */
export async function readExport(
  actor: Citizen,
  { exportId }: { exportId: ExportId },
): Promise<Result<OpenedExport, never>> {
  const found = await transact<Found, never>(actor, async ({ tx, record }) => {
    const [row] = await tx
      .select({
        fileKey: accountExports.fileKey,
        storageKey: accountExports.storageKey,
        size: accountExports.size,
        endedAt: accountExports.endedAt,
      })
      .from(accountExports)
      .where(
        and(
          eq(accountExports.id, exportId),
          eq(accountExports.accountId, actor.accountId),
          eq(accountExports.openedTo, actor.sessionId),
          eq(accountExports.state, "ready"),
          gt(accountExports.expiresAt, clock.now()),
        ),
      )
      .limit(1);
    if (!row?.storageKey || row.size === null || !row.endedAt) throw new NotFound();
    await record("account.export_read", actor.accountId);
    return done({ fileKey: row.fileKey, storageKey: row.storageKey, size: row.size, madeAt: row.endedAt });
  });
  if (!found.ok) return found;
  const { fileKey, storageKey, size, madeAt } = found.value;
  const body = await openSealed(unwrapKey("export", fileKey), storageKey);
  return done({ name: `mes-donnees-${isoDay(madeAt)}.zip`, mediaType: "application/zip", size, body });
}
