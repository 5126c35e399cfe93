import { officialCommune } from "./communes";
import { count } from "@/lib/shared/text";

const mostListed = 12;
const shownOfMany = 8;

/** The commune of an address in France as it is kept; `error`, for its control, when the postal code has others. */
export async function readPlace(place: {
  postalCode: string;
  commune: string;
}): Promise<{ commune: string; error?: string }> {
  const { postalCode } = place;
  const { commune, among } = await officialCommune(postalCode, place.commune);
  if (among.length === 0) return { commune };
  const start =
    commune === ""
      ? `Choisissez la commune du code postal ${postalCode}`
      : `Nous ne trouvons pas cette commune au code postal ${postalCode}. Vérifiez le code et le nom`;
  return { commune, error: `${start} : ${listed(among)}.` };
}

/**
 * Whether a place is the one that is kept: it was settled in its day, and the list of a later one does not take it away. `shown`: the
 * values that the form may have shown, of one place at the same rank.
 */
export function isKeptPlace(
  { postalCode, commune }: { postalCode: string; commune: string },
  shown: Record<"postalCode" | "commune", readonly (string | null)[]>,
): boolean {
  return shown.postalCode.some((code, rank) => code === postalCode && shown.commune[rank] === commune);
}

/** All of them, or the first, said to be some only: one code has up to 46. */
function listed(names: readonly string[]): string {
  if (names.length <= mostListed) return names.join(", ");
  const rest = names.length - shownOfMany;
  return `${names.slice(0, shownOfMany).join(", ")}, ou l’une des ${count(rest, "autre commune", "autres communes")} de ce code`;
}
