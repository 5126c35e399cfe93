import { count, enumerate } from "@/lib/shared/text";

type Found = {
  theme?: string;
  /** What was found is shown, and is no answer. */ isNear?: boolean;
  /** Words that were looked for in place of some of those typed; said here when they stand for all. */ corrected?: readonly string[];
};

/** « 3 résultats pour « acte » dans État civil ». */
export function resultsTitle(
  quantity: number,
  q: string,
  { theme, isNear = false, corrected = [] }: Found = {},
): string {
  const isReplaced = corrected.length > 0 && corrected.length === q.trim().split(/\s+/).length;
  const words = isReplaced ? enumerate(corrected.map((word) => `«\u00a0${word}\u00a0»`)) : `«\u00a0${q}\u00a0»`;
  const found = quantity === 0 ? "Aucun résultat" : isNear ? "Aucun résultat exact" : count(quantity, "résultat");
  return `${found} pour ${words}${theme ? ` dans ${theme}` : ""}`;
}
