import { cleanLine } from "@/lib/shared/clean-text";
import { formatDate } from "@/lib/shared/dates";
import { readTypedDate, type TypedDate } from "@/lib/shared/typed-date";
import { quote } from "@/lib/shared/text";
import type { DateFieldDef, FormContext, RawValues } from "../form";
import { dateHelp, exampleOf } from "./examples";
import { isIsoDay, isPartialDay, resolveBound } from "./days";
import {
  empty,
  missingText,
  plainTraits,
  textOf,
  value,
  wrong,
  type Controls,
  type Kind,
  type Reading,
} from "./reading";

/** Three boxes; kept as « 2024-02-29 ». Messages in the order: missing, impossible, other. */
export const dateKind: Kind<DateFieldDef> = {
  ...plainTraits,
  is: ({ mayBePartial }) => (mayBePartial ? ["day"] : ["day", "whole_day"]),
  parts: () => ["day", "month", "year", ""],
  read: (field, controls, context) => readDate(field, controls, context),
  write: writeDate,
  show: (stored) => [showDate(stored)].filter((text) => text !== ""),
  onPage: (field, day) => ({ help: dateHelp(field, day) }),
  missing: (field, context) => ({
    "": field.missing ?? `${missingText(field).slice(0, -1)}, par exemple ${exampleOf(field, context)}.`,
  }),
};

/** `within`: the part of a person where the three boxes stand, with its dot. */
export function readDate(field: DateFieldDef, controls: Controls, context: FormContext, within = ""): Reading {
  const typed = typedParts(controls, within);
  if (!typed.day && !typed.month && !typed.year) return empty;
  const readOn = (day: string) =>
    readTypedDate(typed, {
      subject: quote(field.label),
      mayBePartial: field.mayBePartial,
      ...boundsOf(field, day),
    });
  const reading = readOn(context.today);
  if (reading.ok) return value(reading.value);
  const filed = context.filedOn === undefined ? reading : readOn(context.filedOn);
  return filed.ok ? value(filed.value) : wrong(reading.message, reading.part);
}

export function writeDate(stored: unknown): RawValues {
  if (!isIsoDay(stored) && !isPartialDay(stored)) return {};
  const [year = "", month = "", day = ""] = stored.split("-");
  const known = { day: trimZero(day), month: trimZero(month), year };
  return Object.fromEntries(Object.entries(known).filter(([, text]) => text !== ""));
}

/** « 29 février 2024 », « mars 1950 (jour non connu) », « 1950 (jour et mois non connus) »; nothing for anything else. */
export function showDate(stored: unknown): string {
  if (isIsoDay(stored)) return formatDate(stored);
  if (!isPartialDay(stored)) return "";
  return stored.length === 4
    ? `${stored} (jour et mois non connus)`
    : `${formatDate(`${stored}-02`).replace(/^2\s/, "")} (jour non connu)`;
}

function trimZero(text: string): string {
  return text.replace(/^0/, "");
}

/** The whole day may stand in the first box, or in a control of the field's own name. */
function typedParts(controls: Controls, within: string): TypedDate {
  const read = (part: string) => cleanLine(textOf(controls, part)).slice(0, 60);
  const whole = read(within.slice(0, -1));
  return whole
    ? { day: whole, month: "", year: "" }
    : { day: read(`${within}day`), month: read(`${within}month`), year: read(`${within}year`) };
}

/** No person nor deed of the portal is older than 1850; a day far ahead is a slip of the keyboard. */
function boundsOf(field: DateFieldDef, today: string): { earliest: string; latest: string } {
  const max = field.max ?? (field.isBirthday ? "today" : "2199-12-31");
  return { earliest: resolveBound(field.min ?? "1850-01-01", today), latest: resolveBound(max, today) };
}
