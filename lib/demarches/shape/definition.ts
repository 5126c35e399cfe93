import { z } from "zod";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { relationRoles } from "@/lib/vocabulary/roles";
import { group, simpleField } from "./fields";
import { condition, dayBound, fieldPath, key, label, need, text } from "./parts";

export const section = z.strictObject({
  key,
  title: label,
  help: text.optional(),
  when: condition.optional(),
  fields: z
    .array(z.union([group, simpleField]))
    .min(1)
    .max(100),
});

/**
 * An answer that is most often a slip: a date before or after a day, an address outside the town. `text` says what is odd;
 * the same answer given again stands. Looks at « section.field », never inside a group.
 */
export const warning = z.strictObject({
  field: fieldPath,
  if: z.union([
    z.strictObject({ before: dayBound }),
    z.strictObject({ after: dayBound }),
    z.strictObject({ isOutsideTown: z.literal(true) }),
  ]),
  when: condition.optional(),
  text: z.string().min(1).max(300),
});

/** Roles are all of natural persons, or all of legal ones. */
export const beneficiary = z.strictObject({
  roles: z.array(z.enum(relationRoles)).min(1),
  allowsSelf: z.boolean(),
  question: label,
  /** Of natural persons. */
  birth: need,
});

/** The shape of a definition in the format of today, whatever is in it: what a stored version is read with. */
export const definitionShape = z.strictObject({
  /** What it is, who may ask, what happens: paragraphs of plain text. */
  description: z.array(text).min(1),
  /** Who may use it, one sentence. */
  audience: text,
  /** « Aide à la saisie » (F96). */
  help: z.array(text),
  /** Maximum processing time, in days. */
  maxDays: z.int().min(1).max(730),
  /** What the administration's silence means after `silenceMonths` (CRPA, art. L. 231-1 and following). */
  silence: z.enum(["accepts", "refuses"]),
  silenceMonths: z.int().min(1).max(24),
  appointment: z.enum(["none", "optional", "required"]),
  hasExchanges: z.boolean(),
  legal: z.strictObject({ purpose: text, basis: text, retentionMonths: z.int().min(1).max(600) }),
  stateLabels: z.partialRecord(z.enum(demandeStatuses), label).optional(),
  /** What « Mes informations » asks beside civility, names and e-mail. */
  applicant: z.strictObject({ address: need, phone: need, birth: need, mayLiveAbroad: z.literal(true).optional() }),
  /** For whom it may be filed; absent: for oneself only. */
  beneficiary: beneficiary.optional(),
  /** « Ma demande ». File fields are the required documents. */
  sections: z.array(section).min(1).max(30),
  /** What is unlikely, and asked again once before going on: never refused. */
  warnings: z.array(warning).max(30).optional(),
});
