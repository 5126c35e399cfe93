"use server";

import type { Route } from "next";
import { askRecovery } from "@/lib/accounts/commands/ask-recovery";
import { acceptChanges, refuseChanges } from "@/lib/accounts/commands/decide-changes";
import { confirmRecovery, refuseRecovery } from "@/lib/accounts/commands/decide-recovery";
import { reinstateAccount, suspendAccount } from "@/lib/accounts/commands/suspend-account";
import { refuseValidation, validateAccount } from "@/lib/accounts/commands/validate-account";
import {
  acceptChangesSchema,
  accountActSchema,
  askRecoverySchema,
  decideRecoverySchema,
  refuseChangesSchema,
  refuseValidationSchema,
  suspendAccountSchema,
} from "@/lib/accounts/schema/agent";
import { formAction } from "@/lib/web/form-action";

const refusals = {
  changed_meanwhile:
    "Ce compte a changé depuis l’affichage de votre page : un autre agent ou son titulaire vient d’agir. Rien n’a été enregistré. Ouvrez à nouveau le compte pour voir ce qui a changé.",
};
const taken = "Une autre personne a déjà un compte avec cette adresse.";
const decisionRefusals = {
  ...refusals,
  own_recovery: "Vous avez demandé cette récupération : un autre agent ou un administrateur doit la décider.",
};
const toAccount = (message: string) => (value: { accountId: string }) => ({
  to: `/admin/comptes/${value.accountId}` as Route,
  message,
});

export const validateAccountAction = formAction({
  name: "validate-account",
  who: "agent",
  schema: accountActSchema,
  run: validateAccount,
  refusals,
  onDone: toAccount("Le compte est validé. Son titulaire en est informé."),
});

export const refuseValidationAction = formAction({
  name: "refuse-validation",
  who: "agent",
  schema: refuseValidationSchema,
  run: refuseValidation,
  refusals,
  onDone: toAccount("La validation est refusée. Le titulaire du compte reçoit le motif."),
});

export const acceptChangesAction = formAction({
  name: "accept-changes",
  who: "agent",
  schema: acceptChangesSchema,
  run: acceptChanges,
  refusals,
  onDone: toAccount("La modification est acceptée. Le titulaire du compte en est informé."),
});

export const refuseChangesAction = formAction({
  name: "refuse-changes",
  who: "agent",
  schema: refuseChangesSchema,
  run: refuseChanges,
  refusals,
  onDone: toAccount("La modification est refusée. Le titulaire du compte reçoit le motif."),
});

export const suspendAccountAction = formAction({
  name: "suspend-account",
  who: "admin",
  schema: suspendAccountSchema,
  run: suspendAccount,
  refusals,
  onDone: toAccount("Le compte est suspendu, et ses connexions sont fermées."),
});

export const reinstateAccountAction = formAction({
  name: "reinstate-account",
  who: "admin",
  schema: accountActSchema,
  run: reinstateAccount,
  refusals,
  onDone: toAccount("La suspension est levée. Le titulaire du compte en est informé."),
});

export const askRecoveryAction = formAction({
  name: "ask-recovery",
  who: "agent",
  schema: askRecoverySchema,
  run: askRecovery,
  refusals: {
    ...refusals,
    same_email: { field: "newEmail", message: "C’est déjà l’adresse du compte. Saisissez la nouvelle." },
    taken: { field: "newEmail", message: taken },
    already_asked: "Une récupération de ce compte attend déjà d’être confirmée.",
  },
  onDone: toAccount(
    "La récupération est demandée. Un second agent pourra la confirmer dans 24 heures ; l’ancienne adresse est prévenue.",
  ),
});

export const confirmRecoveryAction = formAction({
  name: "confirm-recovery",
  who: "agent",
  schema: decideRecoverySchema,
  run: confirmRecovery,
  refusals: {
    ...decisionRefusals,
    taken,
    too_early:
      "Il est trop tôt : une récupération se confirme 24 heures au moins après avoir été demandée, pour que l’ancienne adresse puisse l’arrêter.",
  },
  onDone: toAccount(
    "La récupération est confirmée. La nouvelle adresse reçoit un lien pour choisir un mot de passe ; l’ancienne peut revenir en arrière pendant 7 jours.",
  ),
});

export const refuseRecoveryAction = formAction({
  name: "refuse-recovery",
  who: "agent",
  schema: decideRecoverySchema,
  run: refuseRecovery,
  refusals: decisionRefusals,
  onDone: toAccount("La récupération est refusée. Le compte garde son adresse."),
});
