import { demarches, themes } from "@/db/schema/demarches";

/** Columns of a `DemarcheCard`, for a select that joins the theme. */
export const cardColumns = {
  slug: demarches.slug,
  title: demarches.title,
  summary: demarches.summary,
  access: demarches.access,
  isFeatured: demarches.isFeatured,
  season: demarches.season,
  opensOn: demarches.opensOn,
  closesOn: demarches.closesOn,
  quota: demarches.quota,
  quotaUsed: demarches.quotaUsed,
  theme: { slug: themes.slug, name: themes.name, icon: themes.icon },
};
