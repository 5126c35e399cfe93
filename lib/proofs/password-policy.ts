import { maxPasswordLength, minDifferentCharacters, minPasswordLength } from "@/lib/shared/new-password";
import { fold, wordsIn } from "@/lib/shared/text";

/** Why a password is refused, in one sentence that says what to do; null when it is good. */
export async function passwordProblem(password: string, personal: readonly string[]): Promise<string | null> {
  const text = password.normalize("NFC");
  const length = Array.from(text).length;
  if (length < minPasswordLength) return `Choisissez un mot de passe d’au moins ${minPasswordLength} caractères.`;
  if (length > maxPasswordLength) return `Choisissez un mot de passe de ${maxPasswordLength} caractères au plus.`;
  if (new Set(text).size < minDifferentCharacters)
    return `Choisissez un mot de passe d’au moins ${minDifferentCharacters} caractères différents.`;
  if (personalWords(personal).some((word) => fold(text).includes(word)))
    return "Choisissez un mot de passe qui ne contient ni votre nom, ni votre prénom, ni votre courriel.";
  judge ??= loadJudge();
  const { isCommon, strengthOf } = await judge;
  if (isCommon(text) || strengthOf(text, personal) < 3)
    return "Ce mot de passe est trop facile à deviner. Ajoutez un ou deux mots sans lien entre eux, ou des caractères inattendus.";
  return null;
}

/** Words of three letters or more: shorter ones are in everything. Of an e-mail, what stands before the @. */
function personalWords(texts: readonly string[]): string[] {
  return texts.flatMap((text) => wordsIn(localPart(text))).filter((word) => word.length >= 3);
}

function localPart(text: string): string {
  return text.split("@")[0] ?? "";
}

type Judge = {
  /** One of the 49,000 passwords most often found in leaks, alone or dressed up: « Summer2026!! ». */
  isCommon: (password: string) => boolean;
  /** From 0 to 4. */
  strengthOf: (password: string, personal: readonly string[]) => number;
};
let judge: Promise<Judge> | undefined;

/** The dictionaries (French words and names, the most common passwords) are large: loaded at the first use. */
async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: maxPasswordLength,
  });
  const leaked = new Set(common.dictionary["passwords-common"]);
  return {
    isCommon: (password) => leaked.has(fold(password)) || leaked.has(coreOf(password)),
    strengthOf: (password, personal) => zxcvbn.check(password, [...personal]).score,
  };
}

/** What is left without the digits and signs put before and after a word to please a rule; nothing under four letters. */
function coreOf(password: string): string {
  const core = fold(password).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return core.length < 4 ? "" : core;
}
