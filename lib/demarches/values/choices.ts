import { isId } from "@/lib/shared/ids";
import { quote } from "@/lib/shared/text";
import type {
  ChoiceFieldDef,
  ChoicesFieldDef,
  ConsentFieldDef,
  FileFieldDef,
  InformationDef,
  Option,
  YesNoFieldDef,
} from "../form";
import { notReached } from "../rules/forwarding";
import {
  empty,
  inOnly,
  isRecord,
  missingText,
  missingWhole,
  plainTraits,
  textOf,
  value,
  wrong,
  type Kind,
} from "./reading";

export const choiceKind: Kind<ChoiceFieldDef> = {
  ...plainTraits,
  comparable: ({ options }) => options.map(({ value }) => value),
  problems: ({ options }) => twice(options),
  parts: () => [""],
  read: (field, controls) => {
    const chosen = textOf(controls).trim();
    if (chosen === "") return empty;
    const isKnown =
      field.options.some((option) => option.value === chosen) || (field.acceptsRelation === true && isId(chosen));
    return isKnown ? value(chosen) : wrong(`Choisissez une des réponses proposées pour ${quote(field.label)}.`);
  },
  write: (stored) => inOnly(typeof stored === "string" ? stored : null),
  show: (stored, field) => (typeof stored === "string" ? [labelOf(field.options, stored)] : []),
  missing: (field) => ({ "": field.missing ?? choose(field.label) }),
};

/** Kept in the order of the options, each once. */
export const choicesKind: Kind<ChoicesFieldDef> = {
  ...plainTraits,
  boxes: "several",
  comparable: ({ options }) => options.map(({ value }) => value),
  problems: ({ options }) => [...twice(options), ...unevenServices(options)],
  parts: () => [""],
  read: (field, controls, { unreached }) => {
    const ticked = new Set(
      controls("")
        .map((text) => text.slice(0, 300))
        .filter((text) => text !== ""),
    );
    if (ticked.size === 0) return empty;
    const known = field.options.filter((option) => ticked.has(option.value)).map((option) => option.value);
    const gone = field.options.filter(
      ({ value, service }) => ticked.has(value) && service && unreached?.includes(service),
    );
    if (gone.length > 0) return wrong(notReached(gone.map(({ label }) => label)));
    return known.length === ticked.size
      ? value(known)
      : wrong(`Choisissez parmi les réponses proposées pour ${quote(field.label)}.`);
  },
  write: (stored) => inOnly(Array.isArray(stored) ? stored.filter((item) => typeof item === "string") : null),
  show: (stored, field) => (Array.isArray(stored) ? stored.map((item) => labelOf(field.options, String(item))) : []),
  missing: (field) => ({ "": field.missing ?? `Cochez au moins une réponse pour ${quote(field.label)}.` }),
};

export const yesNoKind: Kind<YesNoFieldDef> = {
  ...plainTraits,
  comparable: () => [true, false],
  parts: () => [""],
  read: (field, controls) => {
    const chosen = textOf(controls).trim();
    if (chosen === "") return empty;
    if (chosen === "yes" || chosen === "no") return value(chosen === "yes");
    return wrong(`Répondez par oui ou par non à ${quote(field.label)}.`);
  },
  write: (stored) => inOnly(typeof stored === "boolean" ? (stored ? "yes" : "no") : null),
  show: (stored) => (typeof stored === "boolean" ? [stored ? "Oui" : "Non"] : []),
  missing: (field) => ({ "": field.missing ?? `Répondez par oui ou par non à ${quote(field.label)}.` }),
};

/** Any posted value ticks the box. */
export const consentKind: Kind<ConsentFieldDef> = {
  ...plainTraits,
  boxes: "one",
  comparable: () => [true, false],
  parts: () => [""],
  read: (_, controls) => (controls("").some((text) => text !== "") ? value(true) : empty),
  write: (stored) => inOnly(stored === true ? "yes" : null),
  show: (stored) => (stored === true ? ["Oui"] : []),
  missing: (field) => ({ "": field.missing ?? `Cochez la case ${quote(field.label)} pour continuer.` }),
};

/** The files are attachments; the answer only says that the paper will be brought (F43). */
export const fileKind: Kind<FileFieldDef> = {
  ...plainTraits,
  answeredBy: "files",
  parts: () => [],
  read: () => empty,
  write: () => ({}),
  show: (stored) => (isOnPaper(stored) ? ["Sera remis sur papier"] : []),
  missing: (field) => ({
    "": field.missing ?? `Ajoutez le document ${quote(field.label)}, ou indiquez que vous l’avez sur papier.`,
  }),
};

/** Asks nothing. */
export const informationKind: Kind<InformationDef> = {
  ...plainTraits,
  answeredBy: "nothing",
  parts: () => [],
  read: () => empty,
  write: () => ({}),
  show: () => [],
  missing: missingWhole,
};

export function isOnPaper(stored: unknown): boolean {
  return isRecord(stored) && stored.onPaper === true;
}

function choose(label: string): string {
  return label.endsWith("?")
    ? missingText({ key: "", type: "information", label, text: "" })
    : `Choisissez une réponse pour ${quote(label)}.`;
}

function twice(options: readonly Option[]): string[] {
  const values = options.map(({ value }) => value);
  return values
    .filter((value, at) => values.indexOf(value) !== at)
    .map((value) => `two options of one value, ${value}`);
}

function unevenServices(options: readonly Option[]): string[] {
  const isSome = new Set(options.map(({ service }) => service === undefined)).size > 1;
  return isSome ? ["a service for some options only"] : [];
}

function labelOf(options: readonly Option[], chosen: string): string {
  return options.find((option) => option.value === chosen)?.label ?? chosen;
}
