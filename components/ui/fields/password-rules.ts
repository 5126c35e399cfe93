import { fold, wordsIn } from "@/lib/shared/text";

/** A rule that the page can check while one types. The server checks them all again, and more. */
export type PasswordRule = { id: string; text: string } & (
  | { kind: "length"; min: number; max: number }
  /** At least that many different characters: neither « aaaaaaaaaaaa » nor « 121212121212 ». */
  | { kind: "variety"; min: number }
  /** Contains no value typed in these other controls of the form, nor these words. */
  | { kind: "unrelated"; names?: readonly string[]; words?: readonly string[] }
  /** Equal to what another control holds. */
  | { kind: "same"; name: string }
);

/** Reads another control of the same form. */
type ReadControl = (name: string) => string;

export function isRuleMet(rule: PasswordRule, password: string, read: ReadControl): boolean {
  if (password === "") return false;
  switch (rule.kind) {
    case "length":
      return password.length >= rule.min && password.length <= rule.max;
    case "variety":
      return new Set(password).size >= rule.min;
    case "unrelated":
      return !forbiddenWords(rule, read).some((word) => fold(password).includes(word));
    case "same":
      return password === read(rule.name);
  }
}

/** Words of three letters or more: shorter ones are in everything. */
function forbiddenWords(rule: Extract<PasswordRule, { kind: "unrelated" }>, read: ReadControl): string[] {
  const typed = (rule.names ?? []).map(read);
  return [...typed, ...(rule.words ?? [])].flatMap((text) => wordsIn(text)).filter((word) => word.length >= 3);
}
