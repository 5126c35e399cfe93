import { count } from "@/lib/shared/text";

/** « 3 résultats pour « acte » dans État civil ». `isNear`: what was found is shown, and is no answer. */
export function resultsTitle(quantity: number, q: string, theme?: string, isNear = false): string {
  const found = quantity === 0 ? "Aucun résultat" : isNear ? "Aucun résultat exact" : count(quantity, "résultat");
  return `${found} pour «\u00a0${q}\u00a0»${theme ? ` dans ${theme}` : ""}`;
}
