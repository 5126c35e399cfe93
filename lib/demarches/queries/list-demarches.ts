import { asc, eq } from "drizzle-orm";
import { demarches, themes } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import type { DemarcheCard } from "../types";
import { cardColumns } from "./card-columns";

/** Every published démarche, by theme and then in the town's order. Public. */
export async function listDemarches(): Promise<DemarcheCard[]> {
  return database()
    .select(cardColumns)
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .where(eq(demarches.isPublished, true))
    .orderBy(asc(themes.position), asc(demarches.position), asc(demarches.title));
}
