import { z } from "zod";
import type { Refusal } from "./form-action";

/** `form` and the version of what its page showed. A form without one has seen nothing, and is refused. */
export function asSeen<S extends z.ZodType>(form: S) {
  return form.and(z.object({ version: z.string().max(64).default("") }));
}

/** A setting that somebody else changed since it was read. A second press, made by whoever has read this, writes over it. */
export const changedMeanwhile: Refusal = ({ version = "" }) => ({
  formError:
    "Ce que montre cette page a changé depuis que vous l’avez ouverte\u00A0: quelqu’un d’autre l’a enregistré. Votre saisie est conservée ici, et rien n’a été écrit. Ouvrez la page dans un autre onglet pour lire ce qui est enregistré, puis appuyez à nouveau pour le remplacer par votre saisie.",
  values: { version },
});
