"use server";

import type { Route } from "next";
import { changeWording, restoreWording } from "@/lib/letters/commands/change-wording";
import { wordingFormSchema, wordingKeySchema } from "@/lib/letters/schema";
import { asFieldErrors, formAction } from "@/lib/web/form-action";

const list = "/admin/reglages/lettres" satisfies Route;

/** X24. */
export const changeWordingAction = formAction({
  name: "change-wording",
  who: "admin",
  schema: wordingFormSchema,
  run: changeWording,
  refusals: { unknown_variable: asFieldErrors },
  onDone: () => ({ to: list, message: "Le texte est enregistré. Les prochains courriels le diront." }),
});

export const restoreWordingAction = formAction({
  name: "restore-wording",
  who: "admin",
  schema: wordingKeySchema,
  run: restoreWording,
  refusals: { as_the_portal: "Ce courriel a déjà son texte d’origine." },
  onDone: () => ({ to: list, message: "Le texte d’origine est rétabli." }),
});
