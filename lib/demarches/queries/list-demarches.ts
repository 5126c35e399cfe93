import { eq } from "drizzle-orm";
import { demarches, themes } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import { inFrenchRank } from "@/lib/shared/french-order";
import type { DemarcheCard } from "../types";
import { cardColumns } from "./card-columns";

/** Every published démarche, by theme and then in the town's order. Public. */
export async function listDemarches(): Promise<DemarcheCard[]> {
  const found = await database()
    .select({ ...cardColumns, rank: { theme: themes.position, own: demarches.position } })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .where(eq(demarches.isPublished, true));
  return inFrenchRank(
    found,
    ({ rank }) => rank.theme,
    ({ theme }) => theme.name,
    ({ rank }) => rank.own,
    ({ title }) => title,
  );
}
