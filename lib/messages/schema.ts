import { z } from "zod";
import { idOf } from "@/lib/shared/form-schema";
import { cleanBlock, isBroken } from "@/lib/shared/clean-text";
import type { DemandeId } from "@/lib/shared/ids";

const demandeId = idOf<DemandeId>();

export const messageLength = 5_000;

export const sendMessageSchema = z.object({
  demandeId,
  body: z
    .string("Écrivez votre message.")
    .max(4 * messageLength, "Votre message doit contenir 5 000 caractères au plus.")
    .transform(cleanBlock)
    .pipe(
      z
        .string()
        .min(1, "Écrivez votre message.")
        .max(messageLength, "Votre message doit contenir 5 000 caractères au plus.")
        .refine(
          (text) => !isBroken(text),
          "Votre message contient un caractère invisible qui ne peut pas être enregistré. Effacez-le et saisissez-le à nouveau.",
        ),
    ),
});
export type SendMessage = z.output<typeof sendMessageSchema>;

export const readMessagesSchema = z.object({ demandeId });
export type ReadMessages = z.output<typeof readMessagesSchema>;
