/** Small French texts made from values. U+00A0 keeps a number and its noun on one line. */

const nbsp = "\u00A0";

/** « 1 demande », « 3 demandes »; zero is singular in French. */
export function count(quantity: number, singular: string, plural = `${singular}s`): string {
  return `${quantity.toLocaleString("fr-FR")}${nbsp}${Math.abs(quantity) < 2 ? singular : plural}`;
}

/** « Livret de famille », as a label or a name is quoted in a sentence. */
export function quote(text: string): string {
  return `«${nbsp}${text}${nbsp}»`;
}

/** « le jour, le mois et l’année » */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} et ${last}`;
}

/** « Prénom Nom », with the names that are known; empty when none is. */
export function fullName({ firstName, lastName }: { firstName: string | null; lastName: string | null }): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** A telephone number, or hours (« 9 h à 12 h »), that no line cuts. */
export function unbroken(text: string): string {
  return text
    .replace(/(\d) +(?=\d|h\b)/g, `$1${nbsp}`)
    .replace(/\bh +(?=\d)/g, `h${nbsp}`)
    .replace(/(\d|\bh) +à +(?=\d)/g, `$1${nbsp}à${nbsp}`);
}

/** A postal address of one line, whose numbers no line cuts from what they number: « 12 quai des Tanneurs, 99000 Belleval ». */
export function wholeAddress(text: string): string {
  return text
    .replace(/(\d) +(?=\p{L})/gu, `$1${nbsp}`)
    .replace(/((?:^|, )\d+(?:\u00a0(?:bis|ter|quater))?,?) +(?=\p{L})/gu, `$1${nbsp}`);
}

/** A number, with the « n° » that stands before it. */
const reference = /((?:[nN]°\u00a0)?\b20\d{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b)/;

/** A text in pieces, in turn what is no number in groups (« 2026-7K3M-9QX2 ») and such a number, which no line may cut. */
export function apartFromNumbers(text: string): string[] {
  return text.split(reference);
}

/** What a telephone dials: « tel:0322000000 ». */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/\s/g, "")}`;
}

/** A service after « le » or « au »: « service état civil », « service « CCAS » » where its name does not begin so. */
export function serviceInSentence(name: string): string {
  return /^service\b/i.test(name) ? name.replace(/^./, "s") : `service «${nbsp}${name}${nbsp}»`;
}

/** « 812 Ko », « 1,2 Mo »: decimal units, as files are described in France. */
export function fileSize(bytes: number): string {
  const inUnit = (size: number, unit: string) =>
    `${size.toLocaleString("fr-FR", { maximumFractionDigits: size < 10 ? 1 : 0 })}${nbsp}${unit}`;
  if (bytes < 1000) return count(bytes, "octet");
  if (bytes < 1_000_000) return inUnit(bytes / 1000, "Ko");
  return bytes < 1_000_000_000 ? inUnit(bytes / 1_000_000, "Mo") : inUnit(bytes / 1_000_000_000, "Go");
}

/** Every sign that keyboards, phones and other software write for an apostrophe. */
export const apostrophes = /['\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u00b4`\uff07\ua78c]/g;

/** Letters that do not come apart into a letter and its accent. */
const wholeLetters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
};
const wholeLetter = new RegExp(`[${Object.keys(wholeLetters).join("")}]`, "gu");

/** Lower case without accents, ligatures apart, one apostrophe: « Cœur d’Élève » → « coeur d'eleve ». To compare, never to show. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(wholeLetter, (letter) => wholeLetters[letter] ?? letter)
    .replace(apostrophes, "'");
}

/** Folded words of a text; one with an apostrophe counts in two ways: « N’Guessan » gives n, guessan and nguessan. */
export function wordsIn(text: string): string[] {
  const folded = fold(text);
  const words = [folded, folded.replaceAll("'", "")].flatMap((one) => one.split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words)].filter((word) => word !== "");
}
