import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Official list of the communes (Insee, La Poste), from the package @etalab/decoupage-administratif. */
const file = join(process.cwd(), "node_modules/@etalab/decoupage-administratif/data/communes.json");

type Commune = { nom: string; type: string; codesPostaux?: readonly string[] };

let byPostalCode: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

/** Communes of today that a postal code serves, by name; none when the code is unknown (CEDEX, abroad). */
export async function communesOf(postalCode: string): Promise<readonly string[]> {
  byPostalCode ??= loadCommunes();
  return (await byPostalCode).get(postalCode) ?? [];
}

async function loadCommunes(): Promise<ReadonlyMap<string, readonly string[]>> {
  const communes = JSON.parse(await readFile(file, "utf8")) as readonly Commune[];
  const found = new Map<string, string[]>();
  for (const { nom, type, codesPostaux } of communes) {
    if (type !== "commune-actuelle") continue;
    for (const code of codesPostaux ?? []) found.set(code, [...(found.get(code) ?? []), nom]);
  }
  for (const names of found.values()) names.sort((a, b) => a.localeCompare(b, "fr"));
  return found;
}
