import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { Invariant } from "@/lib/kernel/errors";
import { isoDay } from "@/lib/shared/dates";
import { catalogue } from "../catalogue/all";
import type { CatalogueEntry, Season } from "../catalogue/entry";
import { catalogueThemes } from "../catalogue/themes";
import type { PublishDemarche } from "../schema";
import { publishDemarche } from "./publish-demarche";
import { publishTheme } from "./publish-theme";

/**
 * Publishes the catalogue that ships; run again, it writes only what changed. Services must exist.
 * Returns how many démarches were created or changed.
 */
export async function seedCatalogue(actor: System): Promise<number> {
  for (const [position, theme] of catalogueThemes.entries()) await publishTheme(actor, { ...theme, position });
  let changed = 0;
  for (const [position, entry] of catalogue.entries()) {
    const result = await publishDemarche(actor, toInput(entry, position));
    if (!result.ok)
      throw new Invariant(`démarche « ${entry.slug} »: ${result.reason} ${JSON.stringify(result.details ?? {})}`);
    if (result.value.outcome !== "unchanged") changed += 1;
  }
  return changed;
}

function toInput({ season, ...entry }: CatalogueEntry, position: number): PublishDemarche {
  const dates = season ? nextSeason(season, isoDay(clock.now())) : {};
  return { ...entry, ...dates, position };
}

/** The season that runs on a civil day, or else the next one. « 09-01 » to « 01-31 » spans two years. */
export function nextSeason({ opens, closes }: Season, today: string): { opensOn: string; closesOn: string } {
  const year = Number(today.slice(0, 4));
  const seasons = [year - 1, year, year + 1].map((first) => ({
    opensOn: `${first}-${opens}`,
    closesOn: `${closes < opens ? first + 1 : first}-${closes}`,
  }));
  const [, , last] = seasons;
  return seasons.find(({ closesOn }) => closesOn >= today) ?? last ?? { opensOn: today, closesOn: today };
}
