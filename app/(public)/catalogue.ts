import { demandeNumberSchema } from "@/lib/demandes/schema/citizen";
import { findDemarche } from "@/lib/demarches/queries/find-demarche";
import { findQuota } from "@/lib/demarches/queries/find-quota";
import { listDemarches } from "@/lib/demarches/queries/list-demarches";
import { listThemes } from "@/lib/demarches/queries/list-themes";
import { searchDemarches } from "@/lib/demarches/queries/search-demarches";
import type { DemarcheCard, DemarcheSearch, DemarcheView, Elsewhere, ThemeView } from "@/lib/demarches/types";
import { cached } from "@/lib/web/page/cache";

/** The public catalogue, kept in the process: a page that was read once asks the database nothing. */
export const themesOfCatalogue = (): Promise<ThemeView[]> => cached("catalogue", "themes", listThemes);
export const demarchesOfCatalogue = (): Promise<DemarcheCard[]> => cached("catalogue", "demarches", listDemarches);
const demarcheOfCatalogue = (slug: string): Promise<DemarcheView | null> =>
  cached("catalogue", `demarche:${slug}`, () => findDemarche(slug));

/**
 * The démarche as its own page says it: a quota is read at each visit, so that « Commencer » is there while a place is left and
 * gone with the last one. Those without a quota ask the database nothing.
 */
export async function openDemarche(slug: string): Promise<DemarcheView | null> {
  const known = await demarcheOfCatalogue(slug);
  if (known === null || known.quota === null) return known;
  const fresh = await findQuota(slug);
  return fresh && { ...known, ...fresh };
}

/** Searches are kept apart: strange words never push the catalogue out. The number of a demande leads to its follow-up. */
export async function searchInCatalogue(q: string): Promise<DemarcheSearch> {
  const number = demandeNumberSchema.parse(q);
  if (number) return { demarches: [], corrected: [], isNear: false, elsewhere: followUpOf(number) };
  const words = q.slice(0, 200);
  return cached("catalogue-search", words.toLowerCase(), () => searchDemarches(words));
}

/** Whether such a demande exists is not said here. */
function followUpOf(number: string): Elsewhere {
  return {
    title: "Ceci est le numéro d’une demande",
    text: "Avec ou sans compte, le numéro de la demande et votre courriel suffisent pour la suivre.",
    link: { label: `Suivre la demande ${number}`, href: `/suivi?numero=${number}` },
  };
}
