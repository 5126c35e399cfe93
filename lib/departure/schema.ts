import { z } from "zod";

/** One choice a request under way: `fate.<id of the demande>`. What is not named goes on. */
export const askDeletionSchema = z.object({
  fate: z.record(z.uuid(), z.enum(["finish", "withdraw"], "Choisissez ce que devient cette demande.")).default({}),
});
export type AskDeletion = z.infer<typeof askDeletionSchema>;
