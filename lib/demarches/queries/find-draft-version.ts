import { and, eq } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { draftNumber } from "../commands/add-version";
import type { DemarcheDefinition } from "../form";
import { readStored } from "../formats/read-stored";

/** The form that is being prepared for a démarche, its edition, and when it was saved last; null when there is none. */
export async function findDraftVersion(
  _actor: Admin,
  slug: string,
): Promise<{ definition: DemarcheDefinition; edition: number; savedAt: Date } | null> {
  const [row] = await database()
    .select({
      definition: demarcheVersions.definition,
      edition: demarcheVersions.edition,
      savedAt: demarcheVersions.createdAt,
    })
    .from(demarcheVersions)
    .innerJoin(demarches, eq(demarches.id, demarcheVersions.demarcheId))
    .where(and(eq(demarches.slug, slug), eq(demarcheVersions.number, draftNumber)))
    .limit(1);
  return row ? { ...row, definition: readStored(row.definition) } : null;
}
