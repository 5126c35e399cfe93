import { eq } from "drizzle-orm";
import { demarcheVersions } from "@/db/schema/demarches";
import { database, type Reader } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemarcheVersionId } from "@/lib/shared/ids";
import { readStored } from "../formats/read-stored";
import type { VersionView } from "../types";

const known = new Map<DemarcheVersionId, VersionView>();
const mostKept = 500;

/**
 * A version with its form. It never changes once published: this process reads it once, whatever its format. Public: a form holds
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
      publishedAt: demarcheVersions.publishedAt,
    })
    .from(demarcheVersions)
    .where(eq(demarcheVersions.id, versionId))
    .limit(1);
  if (!row) throw new NotFound();
  const { publishedAt, definition, ...rest } = row;
  const version = { ...rest, definition: readStored(definition) };
  if (publishedAt) keep(version);
  return version;
}

function keep(version: VersionView): void {
  if (known.size >= mostKept) known.clear();
  known.set(version.id, version);
}
