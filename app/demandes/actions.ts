"use server";

import type { Route } from "next";
import { z } from "zod";
import { attachFromWallet } from "@/lib/demandes/commands/attach-from-wallet";
import { claimDemande } from "@/lib/demandes/commands/claim-demande";
import { keepDevice } from "@/lib/demandes/commands/keep-device";
import { declareOnPaper } from "@/lib/demandes/commands/declare-on-paper";
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
} from "@/lib/demandes/schema";
import { done, type Result } from "@/lib/shared/result";
import { currentVisitor } from "@/lib/web/current-actor";
import { flatForm } from "@/lib/web/flat-form";
import { formAction } from "@/lib/web/form-action";
import { keepGuestCookie } from "@/lib/web/guest";
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
import { startFrom } from "./start-from";
import { correctContactFor, filingAddress, submitFor } from "./submit-for";

/** « Commencer », on the page of a démarche; `account=yes` signs in first. */
export const startDemandeAction = formAction({
  name: "start-demande",
  who: "anyone",
  limit: { max: 20, windowSeconds: 60 },
  schema: startDemandeSchema
    .omit({ isOwnDevice: true })
    .extend({ account: z.literal("yes").optional(), ownDevice: z.literal("yes").optional() }),
  run: (_actor, input) => startFrom(input),
  refusals: closedForm,
  onDone: ({ to }) => to,
});

/** One step: « Continuer », « Mettre à jour », « Ajouter », « Supprimer », « Reprendre ». */
export const saveStepAction = formAction({
  name: "save-step",
  who: "anyone",
  schema: flatForm(stepFormSchema),
  run: (_actor, input) => runStep(input),
  refusals: stepRefusals,
  onDone: ({ to }) => to,
});

/** « Continuer », on the page of the documents. */
export const checkDocumentsAction = formAction({
  name: "check-documents",
  who: "anyone",
  schema: flatForm(stepFormSchema),
  run: (_actor, input) => runDocuments(input),
  refusals: stepRefusals,
  onDone: ({ to }) => to,
});

const back = { retour: z.string().max(300) };
const local = (path: string) => (/^\/(demandes|espace|suivi)\//.test(path) ? path : "/") as Route;

export const removeAttachmentAction = formAction({
  name: "remove-attachment",
  who: "anyone",
  schema: removeAttachmentSchema.extend(back),
  run: async (_actor, input) => keepInput(input, await removeAttachment(await currentVisitor(), input)),
  refusals: fileRefusals,
  onDone: ({ retour }) => ({ to: local(retour), message: "Le fichier est supprimé." }),
});

/** F43: « Je fournirai ce document sur papier », and the way back. */
export const declareOnPaperAction = formAction({
  name: "declare-on-paper",
  who: "anyone",
  schema: declareOnPaperSchema.extend({ ...back, onPaper: z.stringbool() }),
  run: async (_actor, input) => keepInput(input, await declareOnPaper(await currentVisitor(), input)),
  refusals: fileRefusals,
  onDone: ({ retour, onPaper }) => ({
    to: local(retour),
    message: onPaper ? "Ce document sera remis sur papier." : "Ce document sera joint en ligne.",
  }),
});

/** F135: a piece of the porte-documents is copied onto the demande. */
export const attachFromWalletAction = formAction({
  name: "attach-from-wallet",
  who: "citizen",
  schema: attachFromWalletSchema.extend(back),
  run: async (actor, input) => keepInput(input, await attachFromWallet(actor, input)),
  refusals: fileRefusals,
  onDone: ({ retour }) => ({ to: local(retour), message: "La pièce de votre porte-documents est jointe." }),
});

/** « Soumettre la demande » of an account, and the changes and corrections of everybody. */
export const submitDemandeAction = formAction({
  name: "submit-demande",
  who: "anyone",
  limit: { max: 30, windowSeconds: 60 },
  schema: submitDemandeSchema.omit({ robot: true }),
  run: (_actor, input) => submitFor({ ...input, robot: "not_needed" }),
  refusals: submitRefusals,
  onDone: ({ to, address }) => (address ? { to, message: addressSentences[address] } : to),
});

/** « Soumettre la demande » without account, behind the robot check (F35): a letter leaves to an address that nobody has proved. */
export const submitCheckedDemandeAction = formAction({
  name: "submit-checked-demande",
  who: "anyone",
  limit: { max: 30, windowSeconds: 60 },
  robot: { addressOf: filingAddress },
  schema: submitDemandeSchema.omit({ robot: true }),
  run: (_actor, input) => submitFor({ ...input, robot: "passed" }),
  refusals: submitRefusals,
  onDone: ({ to }) => to,
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
  who: "anyone",
  limit: { max: 10, windowSeconds: 60 },
  schema: correctContactSchema,
  run: (_actor, input) => correctContactFor(input),
  refusals: contactRefusals,
  onDone: ({ to }) => ({
    to,
    message: "Votre courriel est corrigé. L’accusé de réception part à la nouvelle adresse.",
  }),
});

/** « Cet appareil est à moi », once begun: what this page shows stays open here for ninety days. */
export const keepDeviceAction = formAction({
  name: "keep-device",
  who: "anyone",
  schema: onlyDemandeSchema.extend(back),
  run: async (_actor, input) => keepInput(input, await keepDevice(await currentVisitor(), input)),
  refusals: {},
  onDone: async ({ retour }) => {
    await keepGuestCookie();
    return { to: local(retour), message: "Cette demande reste ouverte sur cet appareil pendant 90 jours." };
  },
});

/** The answer needs what was asked: where to come back. */
function keepInput<I, R extends string>(input: I, result: Result<unknown, R>): Result<I, R> {
  return result.ok ? done(input) : result;
}
