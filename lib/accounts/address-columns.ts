import { communesOf, findCommune } from "@/lib/kernel/communes";
import { done, refuse, type Result } from "@/lib/shared/result";
import { count } from "@/lib/shared/text";
import type { SaveAddress } from "./schema";

const mostListed = 12;
const shownOfMany = 8;

type AddressColumns = Record<"addressLine" | "addressExtra" | "postalCode" | "commune", string | null>;

/**
 * An address as an account keeps it. The commune takes the official spelling, and is found by itself when the postal code has only
 * one. Refuses `invalid` (details: errors by field).
 */
export async function addressColumns(input: SaveAddress): Promise<Result<AddressColumns, "invalid">> {
  const place = await readPlace(input);
  if (place.error) return refuse("invalid", { commune: place.error });
  return done({
    addressLine: input.addressLine || null,
    addressExtra: input.addressExtra || null,
    postalCode: input.postalCode || null,
    commune: place.commune || null,
  });
}

/** An unknown postal code (CEDEX, abroad) leaves the commune as it was typed. */
async function readPlace({ postalCode, commune }: SaveAddress): Promise<{ commune: string; error?: string }> {
  const known = await communesOf(postalCode);
  if (known.length === 0) return { commune };
  const [only] = known;
  if (commune === "" && known.length === 1 && only) return { commune: only };
  const official = await findCommune(postalCode, commune);
  if (official) return { commune: official };
  const start =
    commune === ""
      ? `Choisissez la commune du code postal ${postalCode}`
      : `Nous ne trouvons pas cette commune au code postal ${postalCode}. Vérifiez le code et le nom`;
  return { commune, error: `${start} : ${listed(known)}.` };
}

/** All of them, or the first, said to be some only: one code has up to 46. */
function listed(names: readonly string[]): string {
  if (names.length <= mostListed) return names.join(", ");
  const rest = names.length - shownOfMany;
  return `${names.slice(0, shownOfMany).join(", ")}, ou l’une des ${count(rest, "autre commune", "autres communes")} de ce code`;
}
