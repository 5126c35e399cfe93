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
  /** Communes of today by their own name, compared as `comparableCommune` does: several towns have one name. */
  byName: ReadonlyMap<string, readonly { name: string; postalCodes: readonly string[] }[]>;
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

/**
 * A commune as it is kept: its official name where it is meant beyond doubt, the only one of its code where none was typed, else as
 * typed. `among`: the communes of the code, where what was typed is none of them; none for a code unknown (CEDEX, abroad).
 */
export async function officialCommune(
  postalCode: string,
  typed: string,
): Promise<{ commune: string; among: readonly string[] }> {
  const known = await communesOf(postalCode);
  const [only] = known;
  if (typed === "" && known.length === 1 && only) return { commune: only, among: [] };
  const official = known.length > 0 ? await findCommune(postalCode, typed) : null;
  return official ? { commune: official, among: [] } : { commune: typed, among: known };
}

/** Where a town is: one of its postal codes, and its name there; null where the national list does not know the code. */
export type TownPlace = { postalCode: string; commune: string | null };

/** Not the box of « BP 60731 », nor of « CS 12345 ». */
const codeAndName = /(?<!\b(?:BP|CS|TSA) ?)\b(\d{5})\b\s*(.*)$/i;

/**
 * Every place of the town whose address this is: all the postal codes of its commune, not the one of the town hall alone, « 80027
 * Amiens CEDEX 1 » included. A code of no list (a town of demonstration) is the town's; one of a CEDEX that names nothing is not.
 */
export async function placesOfTown(address: readonly string[]): Promise<TownPlace[]> {
  const places = address.map(async (line) => {
    const [, postalCode = "", name = ""] = codeAndName.exec(line) ?? [];
    return postalCode === "" ? [] : placesOf(postalCode, name);
  });
  return (await Promise.all(places)).flat();
}

async function placesOf(postalCode: string, typed: string): Promise<TownPlace[]> {
  const listed = (await communesOf(postalCode)).length > 0;
  const name = (await findCommune(postalCode, typed)) ?? typed;
  const near = ((await known)?.byName.get(comparableCommune(name)) ?? []).filter(({ postalCodes }) =>
    postalCodes.some((code) => (listed ? code === postalCode : code.slice(0, 2) === postalCode.slice(0, 2))),
  );
  const [town] = near;
  if (town && near.length === 1) return town.postalCodes.map((code) => ({ postalCode: code, commune: town.name }));
  return listed || !/\bcedex\b/i.test(typed) ? [{ postalCode, commune: null }] : [];
}

async function loadCommunes(): Promise<Known> {
  const communes = JSON.parse(await readFile(file, "utf8")) as readonly Commune[];
  const byPostalCode = new Map<string, string[]>();
  const byFormerName = new Map<string, Set<string>>();
  const byName = new Map<string, { name: string; postalCodes: readonly string[] }[]>();
  const nameOf = new Map<string, string>();
  for (const { code, nom, type, codesPostaux } of communes) {
    if (type !== "commune-actuelle") continue;
    nameOf.set(code, nom);
    const own = comparableCommune(nom);
    byName.set(own, [...(byName.get(own) ?? []), { name: nom, postalCodes: codesPostaux ?? [] }]);
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
  return { byPostalCode, byName, byFormerName };
}
