"use server";

import type { Route } from "next";
import { changeWording, restoreWording } from "@/lib/letters/commands/change-wording";
import { wordingFormSchema, wordingKeySchema } from "@/lib/letters/schema";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

const list = "/admin/reglages/lettres" satisfies Route;

/** X24. */
export const changeWordingAction = formAction({
  name: "change-wording",
  who: "admin",
  schema: asSeen(wordingFormSchema),
  run: (actor, { version, ...wording }) => changeWording(actor, wording, version),
  refusals: { changed_meanwhile: changedMeanwhile, unknown_variable: asFieldErrors },
  onDone: () => ({ to: list, message: "Le texte est enregistré. Les prochains courriels le diront." }),
});

export const restoreWordingAction = formAction({
  name: "restore-wording",
  who: "admin",
  schema: asSeen(wordingKeySchema),
  run: (actor, { version, ...key }) => restoreWording(actor, key, version),
  refusals: {
    changed_meanwhile:
      "Ce texte a changé depuis que vous avez ouvert cette page : quelqu’un d’autre l’a enregistré. Rien n’a été rétabli. Rechargez la page pour le lire avant de rétablir le texte d’origine.",
    as_the_portal: "Ce courriel a déjà son texte d’origine.",
  },
  onDone: () => ({ to: list, message: "Le texte d’origine est rétabli." }),
});
