import { z } from "zod";
import { documentTypes } from "@/lib/vocabulary/documents";
import { relationRoles } from "@/lib/vocabulary/roles";
import { base, condition, dayBound, fieldPath, label, option, slug, text, waivable, type Given } from "./parts";

export const textFormat = z.enum(["name", "place", "siret", "rna", "plate", "free"]);

/** One schema a type of field, under its name. What each does with answers: `field-types.ts`. */
export const fieldSchemas = {
  text: z.strictObject({
    ...waivable,
    type: z.literal("text"),
    format: textFormat.optional(),
    maxLength: z.int().min(1).max(300).optional(),
    autoComplete: z.string().max(60).optional(),
  }),
  long_text: z.strictObject({ ...waivable, type: z.literal("long_text"), maxLength: z.int().min(1).max(10_000) }),
  email: z.strictObject({ ...waivable, type: z.literal("email") }),
  phone: z.strictObject({
    ...waivable,
    type: z.literal("phone"),
    /** Most often the author's own: what it starts as. */
    startsAs: z.literal("applicant.phone").optional(),
  }),
  number: z.strictObject({
    ...base,
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    isWhole: z.boolean().optional(),
    unit: z.string().max(20).optional(),
  }),
  date: z.strictObject({
    ...waivable,
    type: z.literal("date"),
    min: dayBound.optional(),
    max: dayBound.optional(),
    isBirthday: z.literal(true).optional(),
    /** The year, or the month and the year, are enough: kept as « 1950 » or « 1950-03 ». */
    mayBePartial: z.literal(true).optional(),
  }),
  choice: z.strictObject({
    ...base,
    type: z.literal("choice"),
    options: z.array(option).min(1).max(60),
    display: z.enum(["radios", "select"]).optional(),
  }),
  choices: z.strictObject({
    ...base,
    type: z.literal("choices"),
    options: z
      .array(
        option.extend({
          /** Slug of the service that receives a demande of its own when this is ticked (`rules/forwarding.ts`). */
          service: slug.optional(),
        }),
      )
      .min(1)
      .max(60),
  }),
  yes_no: z.strictObject({ ...base, type: z.literal("yes_no") }),
  /** Answer: { line, extra?, postalCode, commune, country? }. */
  address: z.strictObject({
    ...waivable,
    type: z.literal("address"),
    startsAs: z.literal("applicant.address").optional(),
    /** `country` only where people abroad may ask. */
    allowsAbroad: z.literal(true).optional(),
    /** Where its author lives from the day answered at `from`: their account takes it if they ask so at the summary (T17). */
    mayUpdateAccount: z.strictObject({ from: fieldPath }).optional(),
  }),
  /** Answer: { postalCode, commune }. */
  commune: z.strictObject({ ...waivable, type: z.literal("commune") }),
  /**
   * Answer: { civility?, firstName, lastName, birthDate?, birthPlace? }; may be taken from the account or a relation. The birth
   * date may be a year, or a month and a year; `hasOneName` stands in place of a first name. A waiver covers everything, or
   * beside `law` the birth alone.
   */
  person: z.strictObject({
    ...waivable,
    type: z.literal("person"),
    from: z.array(z.enum(["account", ...relationRoles])),
    asks: z.array(z.enum(["civility", "birthDate", "birthPlace"])),
    /** When it holds, the person is the author, whose names are known. */
    isApplicantWhen: condition.optional(),
  }),
  /** Answer: { legalName, siret?, rna? }. */
  legal_person: z.strictObject({
    ...base,
    type: z.literal("legal_person"),
    asks: z.array(z.enum(["siret", "rna"])),
  }),
  iban: z.strictObject({ ...base, type: z.literal("iban") }),
  /** Answer: { onPaper: boolean }; the files themselves are attachments of the demande under the field's path. */
  file: z.strictObject({
    ...base,
    type: z.literal("file"),
    document: z.enum(documentTypes),
    maxFiles: z.int().min(1).max(10).optional(),
    maxMegabytes: z.int().min(1).max(10).optional(),
  }),
  /** Text shown, nothing asked. */
  information: z.strictObject({ ...base, type: z.literal("information"), text }),
  /** A box that must be ticked. */
  consent: z.strictObject({ ...base, type: z.literal("consent") }),
};

type Schemas = typeof fieldSchemas;
export type SimpleType = keyof Schemas;

/** A field of one type. Those that no box can answer have no waiver. */
export type FieldOf<T extends SimpleType> = WithWaiver<Given<z.infer<Schemas[T]>>>;
type WithWaiver<F> = F extends { waiver?: unknown } ? F : F & { waiver?: undefined };

const [first, ...others] = Object.values(fieldSchemas) as [Schemas[SimpleType], ...Schemas[SimpleType][]];
export const simpleField = z.discriminatedUnion("type", [first, ...others]);

/** Answer: a list of records, each keyed by the group's fields. */
export const group = z.strictObject({
  ...base,
  type: z.literal("group"),
  /** « Enfant », for « Enfant 1 », « Ajouter un enfant ». */
  itemLabel: label,
  addLabel: label,
  min: z.int().min(0).max(20),
  max: z.int().min(1).max(50),
  /** File fields are not allowed in a group. */
  fields: z.array(simpleField).min(1).max(30),
});
