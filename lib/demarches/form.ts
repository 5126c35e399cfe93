import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { DocumentType } from "@/lib/vocabulary/documents";
import type { RelationRole } from "@/lib/vocabulary/roles";

/**
 * The definition of a démarche's form: one version, never changed once published. It alone makes the page, the server's
 * check, the summary, the PDF and the export. Pure types: both sides may import it.
 *
 * A field is named by its path « section.field »; inside a repeatable group, « section.group.0.field ».
 */
export type Condition =
  | { field: string; equals: string | boolean }
  | { field: string; oneOf: readonly string[] }
  | { field: string; isAnswered: true }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** Inside a group, a condition's `field` may be « ./key »: the sibling in the same item. */
type FieldBase = {
  /** Letters and digits, camelCase; unique in its section or group. */
  key: string;
  label: string;
  help?: string;
  /** Required unless said otherwise; a field that does not apply is never required. */
  isOptional?: true;
  when?: Condition;
  /** What the person reads when nothing was answered; made from the label when absent. */
  missing?: string;
  /** A box that answers in its place: nothing that it covers is compulsory then. */
  waiver?: Waiver;
  /** The answer is about somebody else than its author: compulsory only where `law` says why. A person field always is. */
  isAboutThird?: true;
  /** Of an address or a telephone that is most often the author's own: what it starts as. */
  startsAs?: "applicant.address" | "applicant.phone";
  /** Of what concerns a third person: the text that makes it compulsory. In a person field, its names alone. */
  law?: string;
};

/** « Je ne connais pas cette information », with what it entails, and what the summary says of it. */
export type Waiver = {
  label: string;
  help?: string;
  shown: string;
  /** What the summary says after parts that were answered all the same. */
  shownAfter?: string;
};

export type TextFormat = "name" | "place" | "siret" | "rna" | "plate" | "free";
export type Option = {
  value: string;
  label: string;
  help?: string;
  /** Slug of the service that receives a demande of its own when this is ticked (`rules/forwarding.ts`); all options of a field, or none. */
  service?: string;
};
/** A day: « today », an ISO date, or days from today (« -18y », « +3m », « +2d »). */
export type DayBound = string;

export type TextFieldDef = FieldBase & { type: "text"; format?: TextFormat; maxLength?: number; autoComplete?: string };
export type LongTextFieldDef = FieldBase & { type: "long_text"; maxLength: number };
export type EmailFieldDef = FieldBase & { type: "email" };
export type PhoneFieldDef = FieldBase & { type: "phone" };
export type NumberFieldDef = FieldBase & {
  type: "number";
  min?: number;
  max?: number;
  isWhole?: boolean;
  unit?: string;
};
export type DateFieldDef = FieldBase & {
  type: "date";
  min?: DayBound;
  max?: DayBound;
  isBirthday?: true;
  /** The year, or the month and the year, are enough: kept as « 1950 » or « 1950-03 ». */
  mayBePartial?: true;
};
export type ChoiceFieldDef = FieldBase & {
  type: "choice";
  options: readonly Option[];
  display?: "radios" | "select";
  /** Besides the options, the identifier of a relation: reserved to `beneficiary.who`. */
  acceptsRelation?: true;
};
export type ChoicesFieldDef = FieldBase & { type: "choices"; options: readonly Option[] };
export type YesNoFieldDef = FieldBase & { type: "yes_no" };
/** Answer: { line, extra?, postalCode, commune, country? }. `country` only where people abroad may ask. */
export type AddressFieldDef = FieldBase & {
  type: "address";
  allowsAbroad?: true;
  /** Where its author lives from the day answered at `from`: their account takes it if they ask so at the summary (T17). */
  mayUpdateAccount?: { from: string };
};
/** Answer: { postalCode, commune }. */
export type CommuneFieldDef = FieldBase & { type: "commune" };
/**
 * Answer: { civility?, firstName, lastName, birthDate?, birthPlace? }; may be taken from the account or a relation. The birth
 * date may be a year, or a month and a year; `hasOneName` stands in place of a first name. A waiver covers everything, or
 * beside `law` the birth alone.
 */
export type PersonFieldDef = FieldBase & {
  type: "person";
  from: readonly ("account" | RelationRole)[];
  asks: readonly ("civility" | "birthDate" | "birthPlace")[];
  /** When it holds, the person is the author, whose names are known. */
  isApplicantWhen?: Condition;
};
/** Answer: { legalName, siret?, rna? }. */
export type LegalPersonFieldDef = FieldBase & { type: "legal_person"; asks: readonly ("siret" | "rna")[] };
export type IbanFieldDef = FieldBase & { type: "iban" };
/** Answer: { onPaper: boolean }; the files themselves are attachments of the demande under the field's path. */
export type FileFieldDef = FieldBase & {
  type: "file";
  document: DocumentType;
  maxFiles?: number;
  maxMegabytes?: number;
};
/** Text shown, nothing asked. */
export type InformationDef = FieldBase & { type: "information"; text: string };
/** A box that must be ticked. */
export type ConsentFieldDef = FieldBase & { type: "consent" };

export type SimpleField =
  | TextFieldDef
  | LongTextFieldDef
  | EmailFieldDef
  | PhoneFieldDef
  | NumberFieldDef
  | DateFieldDef
  | ChoiceFieldDef
  | ChoicesFieldDef
  | YesNoFieldDef
  | AddressFieldDef
  | CommuneFieldDef
  | PersonFieldDef
  | LegalPersonFieldDef
  | IbanFieldDef
  | FileFieldDef
  | InformationDef
  | ConsentFieldDef;

/** Answer: a list of records, each keyed by the group's fields. */
export type GroupFieldDef = FieldBase & {
  type: "group";
  /** « Enfant », for « Enfant 1 », « Ajouter un enfant ». */
  itemLabel: string;
  addLabel: string;
  min: number;
  max: number;
  /** File fields are not allowed in a group. */
  fields: readonly SimpleField[];
};

export type Field = SimpleField | GroupFieldDef;
export type FieldType = Field["type"];

export type Section = { key: string; title: string; help?: string; when?: Condition; fields: readonly Field[] };

export type DemarcheDefinition = {
  /** What it is, who may ask, what happens: paragraphs of plain text. */
  description: readonly string[];
  /** Who may use it, one sentence. */
  audience: string;
  /** « Aide à la saisie » (F96). */
  help: readonly string[];
  /** Maximum processing time, in days. */
  maxDays: number;
  /** What the administration's silence means after `silenceMonths` (CRPA, art. L. 231-1 and following). */
  silence: "accepts" | "refuses";
  silenceMonths: number;
  appointment: "none" | "optional" | "required";
  hasExchanges: boolean;
  legal: { purpose: string; basis: string; retentionMonths: number };
  stateLabels?: Partial<Record<DemandeStatus, string>>;
  /** What « Mes informations » asks beside civility, names and e-mail. */
  applicant: { address: Need; phone: Need; birth: Need; mayLiveAbroad?: true };
  /** For whom it may be filed; absent: for oneself only. */
  beneficiary?: Beneficiary;
  /** « Ma demande ». File fields are the required documents. */
  sections: readonly Section[];
  /** What is unlikely, and asked again once before going on: never refused. */
  warnings?: readonly Warning[];
};

/**
 * An answer that is most often a slip: a date before or after a day, an address outside the town. `text` says what is odd;
 * the same answer given again stands. Looks at « section.field », never inside a group.
 */
export type Warning = {
  field: string;
  if: { before: DayBound } | { after: DayBound } | { isOutsideTown: true };
  when?: Condition;
  text: string;
};

export type Need = "required" | "optional" | "none";

/** Roles are all of natural persons, or all of legal ones. */
export type Beneficiary = {
  roles: readonly RelationRole[];
  allowsSelf: boolean;
  question: string;
  /** Of natural persons. */
  birth: Need;
};

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
