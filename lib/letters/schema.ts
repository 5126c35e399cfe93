import { z } from "zod";
import { optionalText } from "@/lib/shared/form-schema";

/** Which letter; `demarche`: the slug of the one for which it is said otherwise, or « "" ». */
export const wordingKeySchema = z.object({ kind: z.string().max(60), demarche: z.string().max(200).default("") });
export type WordingKey = z.output<typeof wordingKeySchema>;

export const wordingFormSchema = wordingKeySchema.extend({
  title: optionalText(120).refine((text) => !text.includes("\n"), "Le titre tient sur une ligne."),
  opening: optionalText(2_000),
  ending: optionalText(2_000),
  signature: optionalText(300),
});
export type ChangeWording = z.output<typeof wordingFormSchema>;
