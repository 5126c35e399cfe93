import { and, desc, eq, isNotNull } from "drizzle-orm";
import { demarches, demarcheVersions, themes } from "@/db/schema/demarches";
import { organisations, services } from "@/db/schema/organisation";
import { database } from "@/lib/kernel/database";
import type { DemarcheView } from "../types";
import { cardColumns } from "./card-columns";
import { getVersion } from "./get-version";

/** The published démarche of that slug with its newest form, as anyone may read it before starting; null when there is none. */
export async function findDemarche(slug: string): Promise<DemarcheView | null> {
  const [row] = await database()
    .select({
      ...cardColumns,
      id: demarches.id,
      versionId: demarcheVersions.id,
      quotaPerPerson: demarches.quotaPerPerson,
      service: {
        name: services.name,
        organisation: organisations.name,
        address: services.address,
        phone: services.phone,
        email: services.email,
      },
    })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .innerJoin(demarcheVersions, eq(demarcheVersions.demarcheId, demarches.id))
    .where(and(eq(demarches.slug, slug), eq(demarches.isPublished, true), isNotNull(demarcheVersions.publishedAt)))
    .orderBy(desc(demarcheVersions.number))
    .limit(1);
  if (!row) return null;
  const { definition } = await getVersion(row.versionId);
  return { ...row, definition };
}
