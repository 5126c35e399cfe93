import { count } from "./text";

type Found = {
  /** Lines of this page. */
  shown: number;
  /** There are others after it. */
  hasMore: boolean;
  /** It is not the first. */
  isLater: boolean;
};

/**
 * How many lines a search found, as far as one page tells: nothing is counted for it. « 3 demandes correspondent », « Plus de 50 demandes
 * correspondent », « Aucune demande ne correspond ». `noun`: regular, « demande »; `none`: « aucune ».
 */
export function foundSentence({ shown, hasMore, isLater }: Found, noun: string, none: "aucun" | "aucune"): string {
  if (isLater) return `Suite des ${noun}s qui correspondent`;
  if (shown === 0) return `${none === "aucun" ? "Aucun" : "Aucune"} ${noun} ne correspond`;
  const many = `${count(shown, noun)} ${shown < 2 ? "correspond" : "correspondent"}`;
  return hasMore ? `Plus de ${many}` : many;
}
