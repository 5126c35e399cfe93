import { fold, wordsIn } from "@/lib/shared/text";

/** A rule that is checked while one types, by the page or, for the strength, by the server. The server checks them all again. */
export type PasswordRule = { id: string; text: string } & (
  | { kind: "length"; min: number; max: number }
  /** At least that many different characters: neither « aaaaaaaaaaaa » nor « 121212121212 ». */
  | { kind: "variety"; min: number }
  /** Contains no value typed in these other controls of the form, nor these words. */
  | { kind: "unrelated"; names?: readonly string[]; words?: readonly string[] }
  /** Hard to guess, as the server judges it at this address. */
  | { kind: "strength"; url: string }
  /** Equal to what another control holds. */
  | { kind: "same"; name: string }
);

/** Reads another control of the same form. */
type ReadControl = (name: string) => string;

/** `isStrong`: what the server answered. */
export function isRuleMet(rule: PasswordRule, password: string, read: ReadControl, isStrong = false): boolean {
  if (password === "") return false;
  switch (rule.kind) {
    case "length":
      return password.length >= rule.min && password.length <= rule.max;
    case "variety":
      return new Set(password).size >= rule.min;
    case "unrelated":
      return !forbiddenWords(rule, read).some((word) => fold(password).includes(word));
    case "strength":
      return isStrong;
    case "same":
      return password === read(rule.name);
  }
}

/** What the form and the page know of the person, as it is written. */
export function personalTexts(rules: readonly PasswordRule[], read: ReadControl): string[] {
  return rules.flatMap((rule) =>
    rule.kind === "unrelated" ? [...(rule.names ?? []).map(read), ...(rule.words ?? [])].filter(Boolean) : [],
  );
}

/** Words of three letters or more: shorter ones are in everything. */
function forbiddenWords(rule: Extract<PasswordRule, { kind: "unrelated" }>, read: ReadControl): string[] {
  return personalTexts([rule], read)
    .flatMap((text) => wordsIn(text))
    .filter((word) => word.length >= 3);
}
