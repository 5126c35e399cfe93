"use server";

import type { Route } from "next";
import { z } from "zod";
import { attachFromWallet } from "@/lib/demandes/commands/attach-from-wallet";
import { correctContact } from "@/lib/demandes/commands/correct-contact";
import { claimDemande } from "@/lib/demandes/commands/claim-demande";
import { keepDevice } from "@/lib/demandes/commands/keep-device";
import { declareOnPaper } from "@/lib/demandes/commands/declare-on-paper";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import { removeAttachment } from "@/lib/demandes/commands/remove-attachment";
import {
  attachFromWalletSchema,
  claimDemandeSchema,
  correctContactSchema,
  declareOnPaperSchema,
  onlyDemandeSchema,
  removeAttachmentSchema,
  startDemandeSchema,
  submitDemandeSchema,
} from "@/lib/demandes/schema/citizen";
import { quote } from "@/lib/shared/text";
import { flatForm } from "@/lib/web/form/flat-form";
import { formAction } from "@/lib/web/form/form-action";
import { guestFields } from "@/lib/web/session/who-acts";
import { keepGuestCookie } from "@/lib/web/session/guest";
import {
  addressSentences,
  closedForm,
  contactRefusals,
  deadFollowLink,
  fileRefusals,
  stepRefusals,
  submitRefusals,
} from "./refusals";
import { runDocuments, runStep, stepFormSchema } from "./run-step";
import { startFrom, startWithAccount } from "./start-from";
import { confirmationOf, filingAddress } from "./filing";

const startSchema = startDemandeSchema.omit({ isOwnDevice: true });
const startLimit = { max: 20, windowSeconds: 60 };

/** « Commencer », on the page of a démarche. */
export const startDemandeAction = formAction({
  name: "start-demande",
  who: "guest",
  limit: startLimit,
  schema: startSchema.extend(guestFields),
  run: startFrom,
  refusals: closedForm,
  onDone: ({ to }) => to,
});

/** « Utiliser mon compte », « Se connecter pour commencer »: signs in first, and no key is given. */
export const startWithAccountAction = formAction({
  name: "start-with-account",
  who: "visitor",
  limit: startLimit,
  schema: startSchema,
  run: startWithAccount,
  refusals: closedForm,
  onDone: ({ to }) => to,
});

/** One step: « Continuer », « Mettre à jour », « Ajouter », « Supprimer », « Reprendre ». */
export const saveStepAction = formAction({
  name: "save-step",
  who: "visitor",
  schema: flatForm(stepFormSchema),
  run: runStep,
  refusals: stepRefusals,
  onDone: ({ to }, { intent }) =>
    intent === "refresh" ? { to, message: "Vos réponses sont enregistrées, et les questions à jour." } : to,
});

/** « Continuer », on the page of the documents. */
export const checkDocumentsAction = formAction({
  name: "check-documents",
  who: "visitor",
  schema: flatForm(stepFormSchema),
  run: runDocuments,
  refusals: stepRefusals,
  onDone: ({ to }) => to,
});

const back = { retour: z.string().max(300) };
const local = (path: string) => (/^\/(demandes|espace|suivi)\//.test(path) ? path : "/") as Route;
/** The card of the document that an act was about has the focus when the page comes again. */
const cardAt = (back: string, path: string) => `${local(back)}#champ-${path}` as Route;

export const removeAttachmentAction = formAction({
  name: "remove-attachment",
  who: "visitor",
  schema: removeAttachmentSchema.extend(back),
  run: removeAttachment,
  refusals: fileRefusals,
  onDone: ({ name, path, title }, { retour }) => ({
    to: cardAt(retour, path),
    message: `${quote(name)} est supprimé. Il était joint à ${quote(title)}.`,
  }),
});

/** F43: « Je fournirai ce document sur papier », and the way back. */
export const declareOnPaperAction = formAction({
  name: "declare-on-paper",
  who: "visitor",
  schema: declareOnPaperSchema.extend({ ...back, onPaper: z.stringbool() }),
  run: declareOnPaper,
  refusals: fileRefusals,
  onDone: ({ title }, { retour, onPaper, path }) => ({
    to: cardAt(retour, path),
    message: `${quote(title)}\u00A0: ce document sera ${onPaper ? "remis sur papier" : "joint en ligne"}.`,
  }),
});

/** F135: a piece of the porte-documents is copied onto the demande. */
export const attachFromWalletAction = formAction({
  name: "attach-from-wallet",
  who: "citizen",
  schema: attachFromWalletSchema.extend(back),
  run: attachFromWallet,
  refusals: fileRefusals,
  onDone: ({ piece, title }, { retour, path }) => ({
    to: cardAt(retour, path),
    message: `${quote(piece)}, de votre porte-documents, est joint à ${quote(title)}.`,
  }),
});

/** « Soumettre la demande » of an account, and the changes and corrections of everybody. */
export const submitDemandeAction = formAction({
  name: "submit-demande",
  who: "visitor",
  limit: { max: 30, windowSeconds: 60 },
  schema: submitDemandeSchema.omit({ robot: true }),
  run: (visitor, input) => submitDemande(visitor, { ...input, robot: "not_needed" }),
  refusals: submitRefusals,
  onDone: ({ address }, input) => {
    const to = confirmationOf(input);
    return address ? { to, message: addressSentences[address] } : to;
  },
});

/** « Soumettre la demande » without account, behind the robot check (F35): a letter leaves to an address that nobody has proved. */
export const submitCheckedDemandeAction = formAction({
  name: "submit-checked-demande",
  who: "visitor",
  limit: { max: 30, windowSeconds: 60 },
  robot: { addressOf: filingAddress },
  schema: submitDemandeSchema.omit({ robot: true }),
  run: (visitor, input) => submitDemande(visitor, { ...input, robot: "passed" }),
  refusals: submitRefusals,
  onDone: (_value, input) => confirmationOf(input),
});

/** F95: what was begun or filed without account joins the account that is signed in, which proves that it is theirs. */
export const claimDemandeAction = formAction({
  name: "claim-demande",
  who: "citizen",
  schema: claimDemandeSchema,
  run: claimDemande,
  refusals: deadFollowLink,
  onDone: ({ demandeId, number }) => ({
    to: (number ? `/espace/demandes/${number}/historique` : `/demandes/${demandeId}`) as Route,
    message: "La demande est rattachée à votre compte.",
  }),
});

/** The address given without account was not the right one. */
export const correctContactAction = formAction({
  name: "correct-contact",
  who: "visitor",
  limit: { max: 10, windowSeconds: 60 },
  schema: correctContactSchema,
  run: correctContact,
  refusals: contactRefusals,
  onDone: (_value, input) => ({
    to: confirmationOf(input),
    message: "Votre courriel est corrigé. L’accusé de réception part à la nouvelle adresse.",
  }),
});

/** « Cet appareil est à moi », once begun: what this page shows stays open here for ninety days. */
export const keepDeviceAction = formAction({
  name: "keep-device",
  who: "visitor",
  schema: onlyDemandeSchema.extend(back),
  run: keepDevice,
  refusals: {},
  onDone: async (_value, { retour }) => {
    await keepGuestCookie();
    return { to: local(retour), message: "Cette demande reste ouverte sur cet appareil pendant 90 jours." };
  },
});
