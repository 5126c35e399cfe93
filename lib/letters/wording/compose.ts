import { nameInGreeting, type MailContent } from "@/lib/shared/mail-content";
import type { FactsOf, LetterKind, NotifiedKind } from "../kinds";
import { inTownWords, type TownWording } from "./town-words";
import { languages, type Language } from "./languages";

/** A letter before its words. */
export type Letter<K extends LetterKind = LetterKind> = {
  kind: K;
  facts: FactsOf<K>;
  /** To whom it is; null where the address is nobody's that we know. */
  name: string | null;
  language: Language;
};

/** Facts → words, the town's where it wrote some. Pure: the same facts say the same thing. */
export function compose<K extends LetterKind>(
  { kind, facts, name, language }: Letter<K>,
  town: TownWording = asThePortal,
): MailContent {
  const original = languages[language].letters[kind](facts);
  const { opening: _, openings, paragraphs = [], ...said } = inTownWords(original, town, facts);
  return {
    ...said,
    greeting: languages[language].frame.greeting(name && nameInGreeting(name)),
    paragraphs: [...openings, ...paragraphs],
  };
}

const asThePortal: TownWording = { title: "", opening: "", ending: "", signature: "" };

/** The one sentence of it that the portal's own pages show. */
export function sayNotice<K extends NotifiedKind>(kind: K, facts: FactsOf<K>, language: Language): string {
  return languages[language].notices[kind](facts);
}
