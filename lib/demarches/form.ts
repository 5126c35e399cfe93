import type { z } from "zod";
import type { beneficiary, definitionShape, section, warning } from "./shape/definition";
import type { FieldOf, group, SimpleType, textFormat } from "./shape/fields";
import type { Condition, dayBound, Given, need, waiver } from "./shape/parts";

/**
 * The definition of a démarche's form: one version, never changed once published. It alone makes the page, the server's
 * check, the summary, the PDF and the export. Pure types, inferred from the schemas of `shape/`, where each key says what it
 * is: both sides may import them, and a browser loads none of it.
 *
 * A field is named by its path « section.field »; inside a repeatable group, « section.group.0.field ».
 */
export type { Condition, SimpleType };
export type Waiver = Given<z.infer<typeof waiver>>;
export type TextFormat = z.infer<typeof textFormat>;
export type DayBound = z.infer<typeof dayBound>;
/** `service`: all options of a field name one, or none. */
export type Option = FieldOf<"choices">["options"][number];

export type TextFieldDef = FieldOf<"text">;
export type LongTextFieldDef = FieldOf<"long_text">;
export type EmailFieldDef = FieldOf<"email">;
export type PhoneFieldDef = FieldOf<"phone">;
export type NumberFieldDef = FieldOf<"number">;
export type DateFieldDef = FieldOf<"date">;
/** `acceptsRelation`: besides the options, the identifier of a relation. Of the form's own `beneficiary.who`, no definition has it. */
export type ChoiceFieldDef = FieldOf<"choice"> & { acceptsRelation?: true };
export type ChoicesFieldDef = FieldOf<"choices">;
export type YesNoFieldDef = FieldOf<"yes_no">;
export type AddressFieldDef = FieldOf<"address">;
export type CommuneFieldDef = FieldOf<"commune">;
export type PersonFieldDef = FieldOf<"person">;
/** `birthHelp`: what a page says beside the birth date (`rules/examples.ts`). */
export type ShownPerson = PersonFieldDef & { birthHelp?: string };
export type LegalPersonFieldDef = FieldOf<"legal_person">;
export type IbanFieldDef = FieldOf<"iban">;
export type FileFieldDef = FieldOf<"file">;
export type InformationDef = FieldOf<"information">;
export type ConsentFieldDef = FieldOf<"consent">;

export type SimpleField = { [T in SimpleType]: T extends "choice" ? ChoiceFieldDef : FieldOf<T> }[SimpleType];

/** A list of records, each keyed by the group's fields. */
export type GroupFieldDef = Omit<Given<z.infer<typeof group>>, "fields"> & {
  waiver?: undefined;
  fields: readonly SimpleField[];
};

export type Field = SimpleField | GroupFieldDef;
export type FieldType = Field["type"];

export type Section = Omit<Given<z.infer<typeof section>>, "fields"> & { fields: readonly Field[] };
export type DemarcheDefinition = Omit<Given<z.infer<typeof definitionShape>>, "sections"> & {
  sections: readonly Section[];
};
export type Warning = Given<z.infer<typeof warning>>;
export type Need = z.infer<typeof need>;
export type Beneficiary = Given<z.infer<typeof beneficiary>>;

/** Answers as stored: by section key, then field key. A value is typed, or `Unread` when it could not be. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * What was typed and could not be understood, kept in a draft so that nothing is lost: the text of the field's only
 * control, or of each of its parts (« day », « birthDate.year »).
 */
export type Unread = { raw: string | readonly string[] | Readonly<Record<string, string>> };

/** Controls as posted: name (a path) → what was typed. */
export type RawValues = Readonly<Record<string, string | readonly string[]>>;

export type Step = "informations" | "demande";

/** What the form depends on beside its definition and its answers. */
export type FormContext = {
  /** Civil day in France, « 2026-11-23 »: bounds of dates are counted from it. */
  today: string;
  isSignedIn: boolean;
  /** Relations of the account that the démarche accepts as beneficiaries. */
  relations?: readonly { id: string; label: string }[];
  /** Of a filed form: whether it asked for whom it is, whatever the account has become since. Absent: `relations` tells. */
  asksWho?: boolean;
  /** Of a form that is corrected: the day of its filing. A day that was right then is right still. */
  filedOn?: string;
  /** Of a form not filed yet: slugs of the services named by its options that nobody would read. Absent: none is known. */
  unreached?: readonly string[];
};

/** Sections of « Mes informations », made from the definition: these keys are reserved. */
export const applicantSectionKey = "applicant";
export const beneficiarySectionKey = "beneficiary";
