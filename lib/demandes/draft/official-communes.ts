import { officialCommune } from "@/lib/places/communes";
import { isFrance, readPostalCode } from "@/lib/shared/place";
import type { RawForm } from "../schema/citizen";

const codePart = ".postalCode";

/**
 * What a form posts, each commune of France under its official name: without scripts it is typed, and « St Etienne » is one commune.
 * One that was left empty is that of its code, where there is only one. Nothing of another country is touched.
 */
export async function officialCommunes(raw: RawForm): Promise<RawForm> {
  const settled: RawForm = { ...raw };
  for (const name of Object.keys(raw)) {
    if (!name.endsWith(codePart)) continue;
    const path = name.slice(0, -codePart.length);
    const [code, commune, country] = [raw[name], raw[`${path}.commune`], raw[`${path}.country`] ?? ""];
    const postalCode = typeof code === "string" ? readPostalCode(code) : null;
    if (postalCode === null || typeof commune !== "string" || typeof country !== "string" || !isFrance(country))
      continue;
    settled[`${path}.commune`] = (await officialCommune(postalCode, commune.trim())).commune;
  }
  return settled;
}
