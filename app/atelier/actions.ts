"use server";

import { z } from "zod";
import { refuse } from "@/lib/shared/result";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";

const refusals = {
  fullName: "Saisissez votre nom complet.",
  email: "Saisissez un courriel, comme nom@exemple.fr.",
  phone: "Saisissez un numéro de téléphone, comme 06 12 34 56 78.",
  quantity: "Saisissez un nombre entier, comme 3.",
  message: "Raccourcissez votre message à 200 caractères.",
  contact: "Choisissez comment vous joindre.",
  isOwner: "Répondez par oui ou par non.",
  needs: "Choisissez au moins un besoin.",
  school: "Choisissez une école.",
  "birthDate.month": "Complétez la date de naissance : il manque le mois.",
  start: "Vérifiez la date de début : cette date n’existe pas.",
  document: "Ce fichier dépasse 10 Mo. Choisissez un fichier plus léger.",
  consent: "Cochez la case pour continuer.",
  password: "Choisissez un mot de passe d’au moins 12 caractères.",
  postalCode: "Saisissez un code postal de 5 chiffres.",
  commune: "Indiquez votre commune.",
};

/** Refuses everything, to see the errors; answers after a moment, to see the waiting. */
export const refuseEverythingAction = formAction({
  name: "atelier-refuse",
  who: "anyone",
  schema: z.record(z.string(), z.unknown()),
  run: async () => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return refuse("demonstration", refusals);
  },
  refusals: { demonstration: asFieldErrors },
  onDone: () => ({ status: "done" }),
});
