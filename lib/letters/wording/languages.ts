import { french } from "../fr/all";
import type { Wording } from "./words";

/** The languages of the letters: another one is a folder beside `fr/`, and a line here. */
export const languages = { fr: french } as const satisfies Record<string, Wording>;

export type Language = keyof typeof languages;

/** Of whoever has not chosen. */
export const usualLanguage: Language = "fr";

export function isLanguage(code: string): code is Language {
  return code in languages;
}
