import { and, eq, isNotNull, max } from "drizzle-orm";
import { demarches, demarcheVersions, themes, type AccessRule } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchRank } from "@/lib/shared/french-order";

/** A démarche as administrators see it, published or not. `version`: the last one published. */
export type ManagedDemarche = {
  slug: string;
  title: string;
  theme: string;
  service: string;
  access: AccessRule;
  isPublished: boolean;
  version: number | null;
  publishedAt: Date | null;
};

/** Every démarche, by theme then title. */
export async function listEveryDemarche(_actor: Admin): Promise<ManagedDemarche[]> {
  const found = await database()
    .select({
      rank: themes.position,
      slug: demarches.slug,
      title: demarches.title,
      theme: themes.name,
      service: services.name,
      access: demarches.access,
      isPublished: demarches.isPublished,
      version: max(demarcheVersions.number),
      publishedAt: max(demarcheVersions.publishedAt),
    })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .leftJoin(
      demarcheVersions,
      and(eq(demarcheVersions.demarcheId, demarches.id), isNotNull(demarcheVersions.publishedAt)),
    )
    .groupBy(demarches.id, themes.id, services.id);
  return inFrenchRank(
    found,
    ({ rank }) => rank,
    ({ theme }) => theme,
    ({ title }) => title,
  );
}
