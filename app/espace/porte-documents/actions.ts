"use server";

import type { Route } from "next";
import { addWalletDocument, changeWalletDocument, removeWalletDocument } from "@/lib/wallet/commands/change-documents";
import { removeWalletFile } from "@/lib/wallet/commands/change-files";
import {
  addWalletDocumentSchema,
  changeWalletDocumentSchema,
  onlyWalletDocumentSchema,
  removeWalletFileSchema,
} from "@/lib/wallet/schema";
import { quote } from "@/lib/shared/text";
import { formAction } from "@/lib/web/form/form-action";
import { sendingSchema, stillSaid } from "@/lib/web/upload/upload-outcomes";

const pieceRoute = (documentId: string) => `/espace/porte-documents/${documentId}` as Route;

export const addWalletDocumentAction = formAction({
  name: "add-wallet-document",
  who: "citizen",
  schema: addWalletDocumentSchema,
  run: addWalletDocument,
  refusals: {
    too_many: "Votre porte-documents a déjà le nombre de pièces possible. Supprimez celles qui ne servent plus.",
  },
  onDone: ({ documentId }) => ({
    to: pieceRoute(documentId),
    message: "La pièce est créée. Ajoutez maintenant ses fichiers.",
  }),
});

export const changeWalletDocumentAction = formAction({
  name: "change-wallet-document",
  who: "citizen",
  schema: changeWalletDocumentSchema,
  run: changeWalletDocument,
  refusals: {},
  onDone: ({ documentId }) => ({ to: pieceRoute(documentId), message: "Les changements sont enregistrés." }),
});

export const removeWalletDocumentAction = formAction({
  name: "remove-wallet-document",
  who: "citizen",
  schema: onlyWalletDocumentSchema,
  run: removeWalletDocument,
  refusals: {},
  onDone: () => ({ to: "/espace/porte-documents", message: "La pièce et ses fichiers sont supprimés." }),
});

export const removeWalletFileAction = formAction({
  name: "remove-wallet-file",
  who: "citizen",
  schema: removeWalletFileSchema.extend({ envoi: sendingSchema }),
  run: removeWalletFile,
  refusals: {},
  onDone: ({ name }, { documentId, envoi }) => ({
    to: `${pieceRoute(documentId)}${stillSaid(envoi)}#champ-fichiers` as Route,
    message: `${quote(name)} est supprimé.`,
  }),
});
