import { cleanLine } from "./clean-text";
import { formatDate } from "./dates";
import { enumerate, fold } from "./text";

export type DatePart = "day" | "month" | "year";
export type TypedDate = Readonly<Record<DatePart, string>>;

export type DateQuestion = {
  /** As it stands in a sentence: « votre date de naissance ». */
  subject: string;
  /** Bounds included, written « 2027-03-28 ». */
  earliest?: string;
  latest?: string;
  /** The year, or the month and the year, are enough: « 1950 », « 1950-03 ». */
  mayBePartial?: boolean;
};

/** The day as « 2027-03-28 », or one sentence that says what to do, and which part is concerned when one is. */
export type DateReading = { ok: true; value: string } | { ok: false; message: string; part?: DatePart };

const parts = ["day", "month", "year"] as const;
const partNames = { day: "le jour", month: "le mois", year: "l’année" } as const;
const months = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];

/**
 * The only reader of a date, from its three boxes, or whole in the first: « 1er février 1984 », « 12/03/1985 », « 1985-03-12 ».
 * One message at a time: what is missing, then what is impossible, then the bounds.
 */
export function readTypedDate(boxes: TypedDate, question: DateQuestion): DateReading {
  const typed = spreadDate(boxes, question.mayBePartial);
  const missing = parts.filter((part) => typed[part].trim() === "");
  if (missing.length > 0 && !isEnough(typed, question)) return missingParts(missing, question.subject);

  const [hasDay, hasMonth] = [typed.day.trim() !== "", typed.month.trim() !== ""];
  const day = hasDay ? wholeNumber(typed.day) : 1;
  const month = hasMonth ? monthNumber(typed.month) : 1;
  const year = wholeNumber(typed.year);
  if (!(day >= 1 && day <= 31))
    return { ok: false, part: "day", message: `Vérifiez ${question.subject} : le jour est un nombre entre 1 et 31.` };
  if (!month)
    return {
      ok: false,
      part: "month",
      message: `Vérifiez ${question.subject} : le mois s’écrit en chiffres (3) ou en lettres (mars).`,
    };
  if (!/^\d{4}$/.test(typed.year.trim()))
    return { ok: false, part: "year", message: `Vérifiez ${question.subject} : l’année s’écrit avec quatre chiffres.` };

  const known = [typed.year.trim(), ...(hasMonth ? [pad(month)] : []), ...(hasDay ? [pad(day)] : [])];
  if (!exists(year, month, day))
    return { ok: false, message: `Vérifiez ${question.subject} : cette date n’existe pas.` };
  return withinBounds(known.join("-"), question);
}

/** A day without its month says nothing; a year, or a month and a year, may be all that is known. */
function isEnough(typed: TypedDate, { mayBePartial }: DateQuestion): boolean {
  return mayBePartial === true && typed.year.trim() !== "" && typed.day.trim() === "";
}

/** The three parts of a date: those of the boxes, or of the first box when the whole day stands in it. */
function spreadDate({ day, month, year }: TypedDate, mayBePartial = false): TypedDate {
  const boxes = { day: firstDay(day), month: cleanLine(month), year: cleanLine(year) };
  if (boxes.month !== "" || boxes.year !== "") return boxes;
  return splitDay(boxes.day) ?? (mayBePartial ? splitPartialDay(boxes.day) : null) ?? boxes;
}

/** « 12/03/1985 », « lundi 12 mars 1985 », « 12031985 » or « 1985-03-12 » as three parts; otherwise null. */
function splitDay(text: string): TypedDate | null {
  const digits = /^(\d{2})(\d{2})((?:18|19|20)\d{2})$/.exec(text);
  if (digits) return { day: digits[1] ?? "", month: digits[2] ?? "", year: digits[3] ?? "" };
  const bits = fold(text)
    .replace(/^(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|le)\b/, "")
    .split(/[\s/.,\-]/)
    .filter(Boolean);
  const [first = "", second = "", third = ""] = bits;
  if (bits.length !== 3) return null;
  return /^\d{4}$/.test(first)
    ? { year: first, month: second, day: third }
    : { day: first, month: second, year: third };
}

/** « mars 1950 », « 03/1950 » or « 1950 » typed in one box: what is known of a day; otherwise null. */
function splitPartialDay(text: string): TypedDate | null {
  const bits = fold(text)
    .split(/[\s/.\-]/)
    .filter(Boolean);
  const [month = "", year = ""] = bits.length === 1 ? ["", ...bits] : bits;
  return bits.length <= 2 && /^\d{4}$/.test(year) ? { day: "", month, year } : null;
}

/** « 1er », « 1 er »: the portal itself writes the first of a month so. */
function firstDay(text: string): string {
  return cleanLine(text).replace(/\b(0?1) ?er\b/i, "$1");
}

function missingParts(missing: readonly DatePart[], subject: string): DateReading {
  if (missing.length === parts.length) return { ok: false, message: `Indiquez ${subject}.` };
  const names = enumerate(missing.map((part) => partNames[part]));
  const [first] = missing;
  return {
    ok: false,
    part: missing.length === 1 ? first : undefined,
    message: `Complétez ${subject} : il manque ${names}.`,
  };
}

/** A date known in part is within bounds when some day of it is. */
function withinBounds(value: string, { subject, earliest, latest }: DateQuestion): DateReading {
  if (earliest && value < earliest.slice(0, value.length))
    return {
      ok: false,
      message: `Vérifiez ${subject} : la date la plus ancienne acceptée est le ${formatDate(earliest)}.`,
    };
  if (latest && value > latest.slice(0, value.length))
    return {
      ok: false,
      message: `Vérifiez ${subject} : la date la plus tardive acceptée est le ${formatDate(latest)}.`,
    };
  return { ok: true, value };
}

/** « 3 », « 03 », « mars », « févr. »: letters are enough as soon as one month alone begins with them. */
function monthNumber(typed: string): number | undefined {
  const number = wholeNumber(typed);
  if (number >= 1 && number <= 12) return number;
  const start = fold(typed.trim()).replace(/\.$/, "");
  const found = start.length < 3 ? [] : months.filter((month) => month.startsWith(start));
  return found.length === 1 && found[0] ? months.indexOf(found[0]) + 1 : undefined;
}

function wholeNumber(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
