import { findCommune, officialCommune } from "@/lib/places/communes";
import type { Answers, DemarcheDefinition, FormContext, Step } from "@/lib/demarches/form";
import { kindOf } from "@/lib/demarches/fields/field-types";
import { getAnswer } from "@/lib/demarches/fields/paths";
import { fieldPlaces } from "@/lib/demarches/fields/places";
import { allSections, stepSections } from "@/lib/demarches/sections";
import { textIn } from "@/lib/demarches/values/reading";
import { visiblePaths } from "@/lib/demarches/visibility";
import type { FieldErrors } from "@/lib/shared/form-state";
import { isFrance, readPostalCode } from "@/lib/shared/place";

/**
 * Places that do not hold together, by control: a commune that its postal code does not have, a commune of France in another
 * country. Asked, never refused: the national list is a few months late on the communes that join.
 */
export async function oddPlaces(
  definition: DemarcheDefinition,
  step: Step,
  answers: Answers,
  context: FormContext,
): Promise<FieldErrors> {
  const visible = visiblePaths(allSections(definition, context), answers);
  const odd: Record<string, string> = {};
  for (const { path, field } of fieldPlaces(stepSections(definition, step, context), answers)) {
    if (!kindOf(field).is(field).includes("place") || !visible.has(path)) continue;
    const found = await oddPart(getAnswer(answers, path));
    if (found) odd[`${path}.${found.part}`] = found.message;
  }
  return odd;
}

async function oddPart(stored: unknown): Promise<{ part: string; message: string } | null> {
  const [code, commune, country] = ["postalCode", "commune", "country"].map((part) => textIn(stored, part));
  const postalCode = readPostalCode(code ?? "");
  if (postalCode === null || !commune) return null;
  if (!isFrance(country ?? "")) {
    const french = await findCommune(postalCode, commune);
    const message = `Vous avez indiqué le pays «\u00a0${country ?? ""}\u00a0» et une commune de France, «\u00a0${postalCode} ${french ?? ""}\u00a0». Vérifiez l’un et l’autre.`;
    return french ? { part: "country", message } : null;
  }
  if ((await officialCommune(postalCode, commune)).among.length === 0) return null;
  const message = `Nous ne trouvons pas «\u00a0${commune}\u00a0» au code postal ${postalCode}. Vérifiez le code et le nom.`;
  return { part: "commune", message };
}
