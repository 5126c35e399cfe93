"use server";

import { askRecovery, askReopening } from "@/lib/accounts/commands/ask-recovery";
import { confirmRecovery } from "@/lib/accounts/commands/confirm-recovery";
import { refuseRecovery } from "@/lib/accounts/commands/refuse-recovery";
import { recoveryProblemSentences } from "@/lib/accounts/rules/recovery-problem";
import { askRecoverySchema, askReopeningSchema, decideRecoverySchema } from "@/lib/accounts/schema/agent";
import { formAction } from "@/lib/web/form/form-action";
import { changed, toAccount } from "./answers";

const taken = "Une autre personne a déjà un compte avec cette adresse.";
const alreadyAsked = "Une demande sur ce compte attend déjà d’être décidée.";

const asked = {
  lost: "La récupération est demandée. Un second agent pourra la confirmer dans 24 heures ; l’ancienne adresse est prévenue.",
  held: "La récupération est demandée. Une fois confirmée, elle gèle le compte et prend effet 7 jours plus tard. Personne n’est prévenu avant.",
} as const;
const confirmed = {
  lost: "La récupération est confirmée. La nouvelle adresse reçoit un lien pour choisir un mot de passe ; l’ancienne peut s’y opposer pendant 7 jours, ce qui gèlerait le compte.",
  held: "La récupération est confirmée. Le compte est gelé ; il aura sa nouvelle adresse dans 7 jours, et les deux adresses en sont prévenues.",
  reopening: "Le compte est rouvert. Son adresse reçoit un lien pour choisir un mot de passe.",
} as const;

export const askRecoveryAction = formAction({
  name: "ask-recovery",
  who: "agent",
  schema: askRecoverySchema,
  run: askRecovery,
  refusals: {
    ...changed,
    same_email: { field: "newEmail", message: "C’est déjà l’adresse du compte. Saisissez la nouvelle." },
    taken: { field: "newEmail", message: taken },
    already_asked: alreadyAsked,
  },
  onDone: (value) => toAccount(asked[value.kind])(value),
});

export const askReopeningAction = formAction({
  name: "ask-reopening",
  who: "agent",
  schema: askReopeningSchema,
  run: askReopening,
  refusals: { ...changed, already_asked: alreadyAsked },
  onDone: toAccount(
    "La réouverture est demandée. Un second agent pourra la confirmer dans 24 heures ; les deux parties sont prévenues.",
  ),
});

export const confirmRecoveryAction = formAction({
  name: "confirm-recovery",
  who: "agent",
  schema: decideRecoverySchema,
  run: confirmRecovery,
  refusals: {
    ...recoveryProblemSentences,
    ...changed,
    taken,
    too_early:
      "Il est trop tôt : une demande se confirme 24 heures au moins après avoir été faite, pour que l’autre personne puisse s’y opposer ou venir à l’accueil.",
  },
  onDone: (value) => toAccount(confirmed[value.kind])(value),
});

export const refuseRecoveryAction = formAction({
  name: "refuse-recovery",
  who: "agent",
  schema: decideRecoverySchema,
  run: refuseRecovery,
  refusals: { ...changed, own_recovery: recoveryProblemSentences.own_recovery },
  onDone: toAccount("La demande est refusée. Le compte garde son adresse."),
});
