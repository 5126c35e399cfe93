import { greetingOf, type MailContent } from "@/lib/shared/mail-content";
import type { FactsOf, LetterKind, NotifiedKind } from "./kinds";
import { languages, type Language } from "./languages";

/** A letter before its words. */
export type Letter<K extends LetterKind = LetterKind> = {
  kind: K;
  facts: FactsOf<K>;
  /** To whom it is; null where the address is nobody's that we know. */
  name: string | null;
  language: Language;
};

/** Facts → words. Pure: the same facts say the same thing. */
export function compose<K extends LetterKind>({ kind, facts, name, language }: Letter<K>): MailContent {
  const { opening, paragraphs = [], ...said } = languages[language].letters[kind](facts);
  return { ...said, greeting: greetingOf(name), paragraphs: [opening, ...paragraphs] };
}

/** The one sentence of it that the portal's own pages show. */
export function sayNotice<K extends NotifiedKind>(kind: K, facts: FactsOf<K>, language: Language): string {
  return languages[language].notices[kind](facts);
}
