import { z } from "zod";

/**
 * What the schemas of a definition are made of. The types of `form.ts` are inferred from them: a key is written once. They are
 * the shape of what is stored, so that a change is a new format (`formats/`); what can be refused without changing the
 * shape stands in `definition-problems.ts`.
 */

/** A type as it is given out: its lists are read, never written. */
export type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { [K in keyof T]: Given<T[K]> }
    : T;

/** Letters and digits, camelCase; unique in its section or group. No dot, so that paths are safe. */
export const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
export const text = z.string().min(1).max(2_000);
export const label = z.string().min(1).max(200);
export const need = z.enum(["required", "optional", "none"]);
/** A day: « today », an ISO date, or days from today (« -18y », « +3m », « +2d »). */
export const dayBound = z.string().regex(/^(today|\d{4}-\d{2}-\d{2}|[+-]\d{1,4}[dmy])$/);
/** « section.field »; inside a group, also « ./key »: the sibling in the same item. */
export const fieldPath = z.string().regex(/^(\.\/[a-z][A-Za-z0-9]*|[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*)$/);
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

const comparisons = [
  z.strictObject({ field: fieldPath, equals: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ field: fieldPath, oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ field: fieldPath, isAnswered: z.literal(true) }),
] as const;

/** Written beside its schema, the only one: TypeScript infers no type from a schema that holds itself. */
export type Condition =
  | Given<z.infer<(typeof comparisons)[number]>>
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...comparisons,
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

/** « Je ne connais pas cette information », with what it entails, and what the summary says of it. */
export const waiver = z.strictObject({
  label,
  help: text.optional(),
  shown: label,
  /** What the summary says after parts that were answered all the same. */
  shownAfter: label.optional(),
});

/** What every field may say. */
export const base = {
  key,
  label,
  help: text.optional(),
  /** Required unless said otherwise; a field that does not apply is never required. */
  isOptional: z.literal(true).optional(),
  when: condition.optional(),
  /** What the person reads when nothing was answered; made from the label when absent. */
  missing: label.optional(),
  /** The answer is about somebody else than its author: compulsory only where `law` says why. A person field always is. */
  isAboutThird: z.literal(true).optional(),
  /** Of what concerns a third person: the text that makes it compulsory. In a person field, its names alone. */
  law: label.optional(),
};

/** Of those that a box may answer in their place: nothing that it covers is compulsory then. */
export const waivable = { ...base, waiver: waiver.optional() };

export const option = z.strictObject({ value: z.string().min(1).max(60), label, help: text.optional() });
