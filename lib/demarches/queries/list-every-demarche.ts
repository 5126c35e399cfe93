import { and, eq, isNotNull, max } from "drizzle-orm";
import { demarches, demarcheVersions, themes } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { inFrenchRank } from "@/lib/shared/french-order";
import type { DemarcheId } from "@/lib/shared/ids";
import { entrustedVersion } from "../rules/entrusted-version";
import type { ManagedDemarche, ManagedDemarcheCard } from "../types";

const columns = {
  id: demarches.id,
  slug: demarches.slug,
  title: demarches.title,
  theme: themes.name,
  service: services.name,
  access: demarches.access,
  isPublished: demarches.isPublished,
  version: max(demarcheVersions.number),
  publishedAt: max(demarcheVersions.publishedAt),
};

const published = and(eq(demarcheVersions.demarcheId, demarches.id), isNotNull(demarcheVersions.publishedAt));

/** Every démarche, by theme then title. */
export async function listEveryDemarche(_actor: Admin): Promise<ManagedDemarche[]> {
  const found = await database()
    .select({ ...columns, rank: themes.position })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .leftJoin(demarcheVersions, published)
    .groupBy(demarches.id, themes.id, services.id);
  return inFrenchRank(
    found,
    ({ rank }) => rank,
    ({ theme }) => theme,
    ({ title }) => title,
  );
}

/** One of them, published or not. Throws NotFound when it is absent. */
export async function getManagedDemarche(_actor: Admin, demarcheId: DemarcheId): Promise<ManagedDemarcheCard> {
  const [row] = await database()
    .select({ ...columns, serviceId: services.id })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .leftJoin(demarcheVersions, published)
    .where(eq(demarches.id, demarcheId))
    .groupBy(demarches.id, themes.id, services.id);
  if (!row) throw new NotFound();
  return { ...row, entrustedVersion: entrustedVersion(row) };
}
