import { z } from "zod";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { documentTypes } from "@/lib/vocabulary/documents";
import { relationRoles } from "@/lib/vocabulary/roles";
import type { Condition, DemarcheDefinition, SimpleField } from "./form";
import { findBrokenPromises, findProblems } from "./definition-problems";
import { findUnlawful } from "./third-persons";

/**
 * What a definition is, and what it must be to be published. Its shape is what is stored: a change of it is a new format
 * (`formats/`). What can be refused without changing the shape stands in `definition-problems.ts`: it binds what is published
 * from then on, never what was published before.
 */

/** No dot, so that paths are safe. */
const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const text = z.string().min(1).max(2_000);
const label = z.string().min(1).max(200);
const need = z.enum(["required", "optional", "none"]);
const dayBound = z.string().regex(/^(today|\d{4}-\d{2}-\d{2}|[+-]\d{1,4}[dmy])$/);
const fieldPath = z.string().regex(/^(\.\/[a-z][A-Za-z0-9]*|[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*)$/);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldPath, equals: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ field: fieldPath, oneOf: z.array(z.string()).min(1) }),
    z.strictObject({ field: fieldPath, isAnswered: z.literal(true) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const base = {
  key,
  label,
  help: text.optional(),
  isOptional: z.literal(true).optional(),
  when: condition.optional(),
  missing: label.optional(),
  isAboutThird: z.literal(true).optional(),
  law: label.optional(),
};
const waiver = z.strictObject({ label, help: text.optional(), shown: label, shownAfter: label.optional() }).optional();
const waivable = { ...base, waiver };
const option = z.strictObject({ value: z.string().min(1).max(60), label, help: text.optional() });
const options = z.array(option).min(1).max(60);
const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
const recipients = z
  .array(option.extend({ service: slugSchema.optional() }))
  .min(1)
  .max(60);

const simpleFields = [
  z.strictObject({
    ...waivable,
    type: z.literal("text"),
    format: z.enum(["name", "place", "siret", "rna", "plate", "free"]).optional(),
    maxLength: z.int().min(1).max(300).optional(),
    autoComplete: z.string().max(60).optional(),
  }),
  z.strictObject({ ...waivable, type: z.literal("long_text"), maxLength: z.int().min(1).max(10_000) }),
  z.strictObject({ ...waivable, type: z.literal("email") }),
  z.strictObject({ ...waivable, type: z.literal("phone"), startsAs: z.literal("applicant.phone").optional() }),
  z.strictObject({
    ...base,
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    isWhole: z.boolean().optional(),
    unit: z.string().max(20).optional(),
  }),
  z.strictObject({
    ...waivable,
    type: z.literal("date"),
    min: dayBound.optional(),
    max: dayBound.optional(),
    isBirthday: z.literal(true).optional(),
    mayBePartial: z.literal(true).optional(),
  }),
  z.strictObject({ ...base, type: z.literal("choice"), options, display: z.enum(["radios", "select"]).optional() }),
  z.strictObject({ ...base, type: z.literal("choices"), options: recipients }),
  z.strictObject({ ...base, type: z.literal("yes_no") }),
  z.strictObject({
    ...waivable,
    type: z.literal("address"),
    startsAs: z.literal("applicant.address").optional(),
    allowsAbroad: z.literal(true).optional(),
    mayUpdateAccount: z.strictObject({ from: fieldPath }).optional(),
  }),
  z.strictObject({ ...waivable, type: z.literal("commune") }),
  z.strictObject({
    ...waivable,
    type: z.literal("person"),
    from: z.array(z.enum(["account", ...relationRoles])),
    asks: z.array(z.enum(["civility", "birthDate", "birthPlace"])),
    isApplicantWhen: condition.optional(),
  }),
  z.strictObject({ ...base, type: z.literal("legal_person"), asks: z.array(z.enum(["siret", "rna"])) }),
  z.strictObject({ ...base, type: z.literal("iban") }),
  z.strictObject({
    ...base,
    type: z.literal("file"),
    document: z.enum(documentTypes),
    maxFiles: z.int().min(1).max(10).optional(),
    maxMegabytes: z.int().min(1).max(10).optional(),
  }),
  z.strictObject({ ...base, type: z.literal("information"), text }),
  z.strictObject({ ...base, type: z.literal("consent") }),
] as const;

const simpleField: z.ZodType<SimpleField> = z.discriminatedUnion("type", simpleFields);
const group = z.strictObject({
  ...base,
  type: z.literal("group"),
  itemLabel: label,
  addLabel: label,
  min: z.int().min(0).max(20),
  max: z.int().min(1).max(50),
  fields: z.array(simpleField).min(1).max(30),
});

const section = z.strictObject({
  key,
  title: label,
  help: text.optional(),
  when: condition.optional(),
  fields: z
    .array(z.union([group, simpleField]))
    .min(1)
    .max(100),
});

const warning = z.strictObject({
  field: fieldPath,
  if: z.union([
    z.strictObject({ before: dayBound }),
    z.strictObject({ after: dayBound }),
    z.strictObject({ isOutsideTown: z.literal(true) }),
  ]),
  when: condition.optional(),
  text: z.string().min(1).max(300),
});

const beneficiary = z.strictObject({
  roles: z.array(z.enum(relationRoles)).min(1),
  allowsSelf: z.boolean(),
  question: label,
  birth: need,
});

/** The shape of a definition in the format of today, whatever is in it: what a stored version is read with. */
export const definitionShape: z.ZodType<DemarcheDefinition> = z.strictObject({
  description: z.array(text).min(1),
  audience: text,
  help: z.array(text),
  maxDays: z.int().min(1).max(730),
  silence: z.enum(["accepts", "refuses"]),
  silenceMonths: z.int().min(1).max(24),
  appointment: z.enum(["none", "optional", "required"]),
  hasExchanges: z.boolean(),
  legal: z.strictObject({ purpose: text, basis: text, retentionMonths: z.int().min(1).max(600) }),
  stateLabels: z.partialRecord(z.enum(demandeStatuses), label).optional(),
  applicant: z.strictObject({ address: need, phone: need, birth: need, mayLiveAbroad: z.literal(true).optional() }),
  beneficiary: beneficiary.optional(),
  sections: z.array(section).min(1).max(30),
  warnings: z.array(warning).max(30).optional(),
});

/** A definition that works. */
export const definitionSchema = definitionShape.superRefine((definition, context) => {
  for (const message of findProblems(definition)) context.addIssue({ code: "custom", message });
});

/** A day of the year: « 09-01 ». Of the 29th of February, three years of four have none: it is refused. */
const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((day) => z.iso.date().safeParse(`2027-${day}`).success, "no day of every year");

/** What publishing takes: the démarche's place in the catalogue, and its form. */
export const publishDemarcheSchema = z.strictObject({
  slug: slugSchema,
  theme: slugSchema,
  service: slugSchema,
  title: label,
  summary: z.string().min(1).max(300),
  /** Other words by which people look for it, apart by spaces. */
  keywords: z.string().max(500).default(""),
  access: z.enum(["free", "account"]),
  isFeatured: z.boolean().default(false),
  season: z.strictObject({ opens: dayOfYear, closes: dayOfYear }).nullable().default(null),
  opensOn: z.iso.date().nullable().default(null),
  closesOn: z.iso.date().nullable().default(null),
  quota: z.int().min(1).nullable().default(null),
  quotaPerPerson: z.int().min(1).nullable().default(null),
  position: z.int().min(0).default(0),
  definition: definitionSchema.superRefine((definition, context) => {
    for (const message of [...findUnlawful(definition), ...findBrokenPromises(definition)])
      context.addIssue({ code: "custom", message });
  }),
});
export type PublishDemarche = Omit<z.input<typeof publishDemarcheSchema>, "definition"> & {
  definition: DemarcheDefinition;
};

/** A « métier » of the catalogue: what gathers démarches on the home page. `icon`: of components/demarches/theme-icon.tsx. */
export type PublishTheme = { slug: string; name: string; description: string; icon: string; position: number };

/** A démarche that ships with the portal: a town chooses it, or not. Its place is that of its line in the list. */
export type CatalogueEntry = Omit<PublishDemarche, "opensOn" | "closesOn" | "position">;

/** All that ships: the themes and the démarches, in the order of their lists. */
export type Shipped = { themes: readonly Omit<PublishTheme, "position">[]; demarches: readonly CatalogueEntry[] };
