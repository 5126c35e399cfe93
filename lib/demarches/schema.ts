import { z } from "zod";
import { idOf, listOf } from "@/lib/shared/form-schema";
import type { DemarcheId, ServiceId } from "@/lib/shared/ids";
import { findBrokenPromises, findProblems } from "./fields/definition-problems";
import type { DemarcheDefinition } from "./form";
import { definitionShape } from "./shape/definition";
import { label, slug as slugSchema } from "./shape/parts";
import { findUnlawful } from "./fields/third-persons";

/**
 * What a definition must be to be published. What is refused beside its shape binds what is published from then on, never what
 * was published before (decision 043).
 */

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

/** What the pages of the démarches post. `service`: who answers, by its slug; empty, the one that each démarche names. */
export const publishChosenSchema = z.object({
  demarches: listOf(slugSchema).refine((slugs) => slugs.length > 0, "Choisissez au moins une démarche."),
  service: z.union([z.literal(""), slugSchema], "Choisissez parmi les services proposés.").default(""),
});
export type PublishChosen = z.infer<typeof publishChosenSchema>;
export const demarcheSchema = z.object({ demarcheId: idOf<DemarcheId>() });
export const entrustDemarcheSchema = z.object({
  demarcheId: idOf<DemarcheId>(),
  serviceId: idOf<ServiceId>("Choisissez le service qui répond."),
});
export type EntrustDemarche = z.infer<typeof entrustDemarcheSchema>;
