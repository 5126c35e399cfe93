import { count } from "@/lib/shared/text";

/** « 3 résultats pour « acte » dans État civil ». */
export function resultsTitle(quantity: number, q: string, theme?: string): string {
  const found = quantity === 0 ? "Aucun résultat" : count(quantity, "résultat");
  return `${found} pour «\u00a0${q}\u00a0»${theme ? ` dans ${theme}` : ""}`;
}
