import { isDeepStrictEqual } from "node:util";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { demarcheVersions } from "@/db/schema/demarches";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { newId, type DemarcheId, type DemarcheVersionId } from "@/lib/shared/ids";
import type { DemarcheDefinition } from "../form";
import { readStored, toStored } from "../formats/read-stored";

/** The number of the version that is being prepared, one a démarche; those that are published begin at 1. */
export const draftNumber = 0;

/** The next published version of a démarche, unless it is the last one. Its row is locked by then: two publications cannot take one number. */
export async function addVersion(
  tx: Tx,
  demarcheId: DemarcheId,
  definition: DemarcheDefinition,
): Promise<{ version: number; isNew: boolean }> {
  const [latest] = await tx
    .select({ number: demarcheVersions.number, definition: demarcheVersions.definition })
    .from(demarcheVersions)
    .where(and(eq(demarcheVersions.demarcheId, demarcheId), isNotNull(demarcheVersions.publishedAt)))
    .orderBy(desc(demarcheVersions.number))
    .limit(1);
  const stored = toStored(definition);
  // Compared in the format of today: a format more is no new version.
  if (latest && isDeepStrictEqual(toStored(readStored(latest.definition)), stored))
    return { version: latest.number, isNew: false };
  const version = (latest?.number ?? 0) + 1;
  const now = clock.now();
  await tx.insert(demarcheVersions).values({
    id: newId<DemarcheVersionId>(),
    demarcheId,
    number: version,
    definition: stored,
    publishedAt: now,
    createdAt: now,
  });
  return { version, isNew: true };
}

/** What a schema refuses, by the path where it does. */
export function problemsOf({ issues }: z.ZodError): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
}
