import { and, count, eq } from "drizzle-orm";
import { demarches, themes } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import { inFrenchRank } from "@/lib/shared/french-order";
import type { ThemeView } from "../types";

/** Themes of the catalogue that hold a published démarche, in the town's order. Public. */
export async function listThemes(): Promise<ThemeView[]> {
  const found = await database()
    .select({
      rank: themes.position,
      slug: themes.slug,
      name: themes.name,
      description: themes.description,
      icon: themes.icon,
      count: count(),
    })
    .from(themes)
    .innerJoin(demarches, and(eq(demarches.themeId, themes.id), eq(demarches.isPublished, true)))
    .groupBy(themes.id);
  return inFrenchRank(
    found,
    ({ rank }) => rank,
    ({ name }) => name,
  );
}
