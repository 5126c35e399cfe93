import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inFrenchOrder } from "@/lib/shared/french-order";
import { comparableCommune } from "@/lib/shared/place";

/** Official list of the communes (Insee, La Poste), from the package @etalab/decoupage-administratif. */
const file = join(process.cwd(), "node_modules/@etalab/decoupage-administratif/data/communes.json");

/** `chefLieu`, `commune`: the code of the commune of today that one joined, or that an arrondissement is part of. */
type Commune = {
  code: string;
  nom: string;
  type: string;
  codesPostaux?: readonly string[];
  chefLieu?: string;
  commune?: string;
};

type Known = {
  byPostalCode: ReadonlyMap<string, readonly string[]>;
  /** Communes of today that a name stood for, compared as `comparableCommune` does. */
  byFormerName: ReadonlyMap<string, ReadonlySet<string>>;
};
let known: Promise<Known> | undefined;

/** Communes of today that a postal code serves, by name; none when the code is unknown (CEDEX, abroad). */
export async function communesOf(postalCode: string): Promise<readonly string[]> {
  known ??= loadCommunes();
  return (await known).byPostalCode.get(postalCode) ?? [];
}

/**
 * The official name of a commune as people write it, among those of its postal code: without ligature or accents, « St- »,
 * « CEDEX 1 », « Paris 16e », or by the name that it had before joining another (« Seynod »). Null when none is meant.
 */
export async function findCommune(postalCode: string, typed: string): Promise<string | null> {
  const names = await communesOf(postalCode);
  const wanted = comparableCommune(typed);
  const same = names.find((name) => comparableCommune(name) === wanted);
  if (same) return same;
  const today = (await known)?.byFormerName.get(wanted);
  return names.find((name) => today?.has(name)) ?? null;
}

async function loadCommunes(): Promise<Known> {
  const communes = JSON.parse(await readFile(file, "utf8")) as readonly Commune[];
  const byPostalCode = new Map<string, string[]>();
  const byFormerName = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  for (const { code, nom, type, codesPostaux } of communes) {
    if (type !== "commune-actuelle") continue;
    nameOf.set(code, nom);
    for (const postal of codesPostaux ?? []) byPostalCode.set(postal, [...(byPostalCode.get(postal) ?? []), nom]);
  }
  for (const { nom, chefLieu, commune } of communes) {
    const today = nameOf.get(chefLieu ?? commune ?? "");
    const former = comparableCommune(nom);
    if (today) byFormerName.set(former, (byFormerName.get(former) ?? new Set()).add(today));
  }
  for (const [postal, names] of byPostalCode)
    byPostalCode.set(
      postal,
      inFrenchOrder(names, (name) => name),
    );
  return { byPostalCode, byFormerName };
}
