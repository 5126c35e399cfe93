import { and, eq, isNotNull } from "drizzle-orm";
import { demarcheVersions } from "@/db/schema/demarches";
import { database, type Reader } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemarcheVersionId } from "@/lib/shared/ids";
import { readStored } from "../formats/read-stored";
import type { VersionView } from "../types";

const known = new Map<DemarcheVersionId, VersionView>();
const mostKept = 500;

/**
 * A published version with its form; a draft is none. It never changes: this process reads it once, whatever its format. Public: a form holds
 * nothing personal. `reader`: the transaction in hand, where there is one.
 */
export async function getVersion(versionId: DemarcheVersionId, reader: Reader = database()): Promise<VersionView> {
  const kept = known.get(versionId);
  if (kept) return kept;
  const [row] = await reader
    .select({
      id: demarcheVersions.id,
      demarcheId: demarcheVersions.demarcheId,
      number: demarcheVersions.number,
      definition: demarcheVersions.definition,
    })
    .from(demarcheVersions)
    .where(and(eq(demarcheVersions.id, versionId), isNotNull(demarcheVersions.publishedAt)))
    .limit(1);
  if (!row) throw new NotFound();
  const version = { ...row, definition: readStored(row.definition) };
  keep(version);
  return version;
}

function keep(version: VersionView): void {
  if (known.size >= mostKept) known.clear();
  known.set(version.id, version);
}
