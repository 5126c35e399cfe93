import type { DocumentActions } from "@/components/demandes/documents/document-card";
import { attachFromWalletAction, declareOnPaperAction, removeAttachmentAction } from "../actions";

/** What the card of a document may do. */
export const documentActions: DocumentActions = {
  remove: removeAttachmentAction,
  declareOnPaper: declareOnPaperAction,
  attachFromWallet: attachFromWalletAction,
};
