"use server";

import type { Route } from "next";
import { cancelDemande } from "@/lib/demandes/commands/cancel-demande";
import { completeDemande } from "@/lib/demandes/commands/complete-demande";
import { declareIncomplete } from "@/lib/demandes/commands/declare-incomplete";
import { rejectDemande } from "@/lib/demandes/commands/reject-demande";
import { removeAnswerFile } from "@/lib/demandes/commands/remove-answer-file";
import { reopenDemande } from "@/lib/demandes/commands/reopen-demande";
import { takeCharge } from "@/lib/demandes/commands/take-charge";
import { validateDemande } from "@/lib/demandes/commands/validate-demande";
import {
  cancelDemandeSchema,
  decisionSchema,
  declareIncompleteFormSchema,
  rejectDemandeSchema,
  removeAnswerFileSchema,
  reopenDemandeSchema,
  validateDemandeSchema,
} from "@/lib/demandes/schema/agent";
import { quote } from "@/lib/shared/text";
import { formAction } from "@/lib/web/form/form-action";
import { sendingSchema, stillSaid } from "@/lib/web/upload/upload-outcomes";

const refusals = {
  changed_meanwhile:
    "Cette demande a changé depuis l’affichage de votre page. Rien n’a été enregistré cette fois. Ouvrez à nouveau la demande pour voir qui a agi, et ce qui a changé.",
  not_possible: "L’état présent de la demande ne permet pas cette action. Ouvrez à nouveau la demande.",
};
const toDemande = (message: string) => (value: { number: string }) => ({
  to: `/admin/demandes/${value.number}` as Route,
  message,
});

export const takeChargeAction = formAction({
  name: "take-charge",
  who: "agent",
  schema: decisionSchema,
  run: takeCharge,
  refusals,
  onDone: toDemande("La demande est prise en charge. L’usager en est informé."),
});

export const completeDemandeAction = formAction({
  name: "complete-demande",
  who: "agent",
  schema: decisionSchema,
  run: completeDemande,
  refusals,
  onDone: toDemande("La demande est déclarée complète. L’usager en est informé."),
});

export const declareIncompleteAction = formAction({
  name: "declare-incomplete",
  who: "agent",
  schema: declareIncompleteFormSchema,
  run: declareIncomplete,
  refusals: {
    ...refusals,
    nothing_flagged: "Cochez au moins une information ou une pièce à reprendre.",
    unknown_field: "Une des informations cochées n’est plus dans la demande. Ouvrez à nouveau la demande.",
  },
  onDone: toDemande("Les compléments sont demandés à l’usager."),
});

export const validateDemandeAction = formAction({
  name: "validate-demande",
  who: "agent",
  schema: validateDemandeSchema,
  run: validateDemande,
  refusals: {
    ...refusals,
    file_not_checked:
      "Un des fichiers de la réponse n’a pas encore passé le contrôle antivirus. Réessayez dans quelques minutes, ou retirez-le.",
  },
  onDone: toDemande("La demande est validée. L’usager reçoit la réponse."),
});

export const rejectDemandeAction = formAction({
  name: "reject-demande",
  who: "agent",
  schema: rejectDemandeSchema,
  run: rejectDemande,
  refusals,
  onDone: toDemande("La demande est rejetée. L’usager reçoit le motif."),
});

export const cancelDemandeAction = formAction({
  name: "cancel-demande",
  who: "agent",
  schema: cancelDemandeSchema,
  run: cancelDemande,
  refusals,
  onDone: toDemande("La demande est annulée. L’usager reçoit le motif."),
});

export const reopenDemandeAction = formAction({
  name: "reopen-demande",
  who: "agent",
  schema: reopenDemandeSchema,
  run: reopenDemande,
  refusals,
  onDone: toDemande("La demande est rouverte. L’usager en reçoit le motif."),
});

export const removeAnswerFileAction = formAction({
  name: "remove-answer-file",
  who: "agent",
  schema: removeAnswerFileSchema.extend({ envoi: sendingSchema }),
  run: removeAnswerFile,
  refusals: {},
  onDone: ({ number, name }, { envoi }) => ({
    to: `/admin/demandes/${number}/validation${stillSaid(envoi)}#fichiers-reponse` as Route,
    message: `${quote(name)} est retiré de la réponse.`,
  }),
});
