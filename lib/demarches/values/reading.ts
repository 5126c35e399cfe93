import { isBroken, mendText } from "@/lib/shared/clean-text";
import { quote } from "@/lib/shared/text";
import type { FormContext, RawValues, ShownPerson, SimpleField, Unread } from "../form";
import type { PageDay } from "./examples";

/** Errors of one field by part: « » for the field itself, « postalCode » for one of its controls. */
export type PartErrors = Readonly<Record<string, string>>;

/** What reading the controls of a field gave. */
export type Reading = { kind: "empty" } | { kind: "value"; value: unknown } | { kind: "wrong"; errors: PartErrors };

/** What was typed in one control of the field: « » for its only one, « day » for a part; one text a ticked box. */
export type Controls = (part: string) => readonly string[];

/** All that the engine knows of one type of field. */
export type Kind<F extends SimpleField> = {
  /** Controls posted for it, beside the field's own name when « » is among them. */
  parts: (field: F) => readonly string[];
  read: (field: F, controls: Controls, context: FormContext) => Reading;
  /** The value back into its controls; anything that is not such a value gives nothing, and never throws. */
  write: (value: unknown, field: F) => RawValues;
  /** Lines of the summary. */
  show: (value: unknown, field: F) => readonly string[];
  /** `today`: its examples are of that day. */
  missing: (field: F, context: Pick<FormContext, "today">) => PartErrors;
  /** What its page says of it on a day, in place of what its definition says. */
  onPage: (field: F, day: PageDay) => Pick<ShownPerson, "help" | "birthHelp">;
  /** What answers it: its controls, files kept beside the answers, or nothing (a text to read). */
  answeredBy: "controls" | "files" | "nothing";
  /** Boxes that post nothing when they are left empty: one that must be ticked, or several to choose from. */
  boxes: "none" | "one" | "several";
  /** What rules may take its answer for. */
  is: (field: F) => readonly Nature[];
  /** Whether a law that asks for it (`law`) leaves a part of it that it does not ask for. */
  asksMoreThanLaw: (field: F) => boolean;
  /** What a condition may compare it with; null: with nothing. */
  comparable: (field: F) => readonly (string | boolean)[] | null;
  /** What publishing refuses in it beyond its shape, in words that follow its path. */
  problems: (field: F) => readonly string[];
};

/** `day`, that may be partial; `whole_day`; `place`: a postal code and a commune; `home`: where one lives; `person`: somebody. */
export type Nature = "day" | "whole_day" | "place" | "home" | "person";

/** Of a type that is answered in its controls and that no rule looks at. */
export const plainTraits = {
  answeredBy: "controls",
  boxes: "none",
  is: () => [],
  asksMoreThanLaw: () => false,
  comparable: () => null,
  problems: () => [],
  onPage: () => ({}),
} as const;

export const empty: Reading = { kind: "empty" };

export function value(read: unknown): Reading {
  return { kind: "value", value: read };
}

export function wrong(message: string, part = ""): Reading {
  return { kind: "wrong", errors: { [part]: message } };
}

/** The controls of a field that has one only; null: nothing in it. */
export function inOnly(typed: string | readonly string[] | null): RawValues {
  return typed === null ? {} : { "": typed };
}

/** The longest text that a draft keeps of one control. */
const longestKept = 20_000;

const brokenCharacter =
  "Un caractère de ce texte ne peut pas être enregistré : effacez-le, puis saisissez-le à nouveau.";

/** First text of a control, cut before anything looks at it. */
export function textOf(controls: Controls, part = ""): string {
  return (controls(part)[0] ?? "").slice(0, longestKept);
}

export function missingText(field: SimpleField): string {
  if (field.missing) return field.missing;
  return field.label.trimEnd().endsWith("?")
    ? `Répondez à la question ${quote(field.label)}.`
    : `Renseignez ${quote(field.label)}.`;
}

export function missingWhole(field: SimpleField): PartErrors {
  return { "": missingText(field) };
}

export function isUnread(stored: unknown): stored is Unread {
  return isRecord(stored) && Object.hasOwn(stored, "raw");
}

export function isRecord(thing: unknown): thing is Readonly<Record<string, unknown>> {
  return typeof thing === "object" && thing !== null && !Array.isArray(thing);
}

/** A text of a stored record, whatever it really holds. */
export function textIn(record: unknown, key: string): string {
  if (!isRecord(record) || !Object.hasOwn(record, key)) return "";
  const found = record[key];
  return typeof found === "string" ? found : "";
}

/** What was typed, to keep as it is in a draft: mended and cut, never refused. */
export function unread(parts: readonly string[], controls: Controls): Unread {
  const kept = (part: string) => controls(part).map((text) => mendText(text.slice(0, longestKept)));
  const [only] = parts;
  if (parts.length === 1 && only === "") {
    const texts = kept("").slice(0, 100);
    return { raw: texts.length === 1 ? (texts[0] ?? "") : texts };
  }
  const typed = parts.map((part) => [part, kept(part)[0] ?? ""] as const);
  return { raw: Object.fromEntries(typed.filter(([, text]) => text !== "")) };
}

/** The controls that `unread` kept. */
export function writeUnread({ raw }: Unread): RawValues {
  if (typeof raw === "string") return { "": raw };
  if (Array.isArray(raw)) return { "": raw.filter((text) => typeof text === "string") };
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Refuses a text whose characters were lost on the way. */
export function checkCharacters(text: string, part = ""): Reading | null {
  return isBroken(text) ? wrong(brokenCharacter, part) : null;
}
