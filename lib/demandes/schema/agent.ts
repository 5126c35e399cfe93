import { z } from "zod";
import { idOf, optionalText, requiredText, pageSentences } from "@/lib/shared/form-schema";
import type { AttachmentId, DemandeId } from "@/lib/shared/ids";
import { correctionReasons } from "@/lib/vocabulary/documents";

import { queueViewSlugs, queueViews, type QueueView } from "../types/agent";

/** What every decision says: about which demande, and as it stood on the agent's page. */
const decided = {
  demandeId: idOf<DemandeId>(),
  /** `lockVersion` of the page: when it has grown since, somebody else acted. */
  lockVersion: z.coerce.number(pageSentences.reload).int().min(0).max(1_000_000),
};

const reasonLength = 2_000;

export const decisionSchema = z.object(decided);
export type Decision = z.infer<typeof decisionSchema>;

export const rejectDemandeSchema = z.object({
  ...decided,
  reason: requiredText("Écrivez le motif du rejet\u00a0: le citoyen le lira.", reasonLength),
});
export type RejectDemande = z.infer<typeof rejectDemandeSchema>;

export const cancelDemandeSchema = z.object({
  ...decided,
  reason: requiredText("Écrivez le motif de l’annulation\u00a0: le citoyen le lira.", reasonLength),
});
export type CancelDemande = z.infer<typeof cancelDemandeSchema>;

export const reopenDemandeSchema = z.object({
  ...decided,
  reason: requiredText("Écrivez pourquoi la demande est rouverte\u00a0: le citoyen le lira.", reasonLength),
});
export type ReopenDemande = z.infer<typeof reopenDemandeSchema>;

export const validateDemandeSchema = z.object({ ...decided, answer: optionalText(reasonLength) });
export type ValidateDemande = z.infer<typeof validateDemandeSchema>;

export const removeAnswerFileSchema = z.object({ demandeId: idOf<DemandeId>(), attachmentId: idOf<AttachmentId>() });
export type RemoveAnswerFile = z.infer<typeof removeAnswerFileSchema>;

/** A field or a document sent back (X4). */
const correctionItemSchema = z.object({
  fieldPath: z.string().min(1).max(200),
  reason: z.enum(correctionReasons),
  comment: optionalText(500),
});
export type CorrectionItem = z.infer<typeof correctionItemSchema>;

const declareIncompleteSchema = z.object({
  ...decided,
  reason: requiredText("Écrivez ce que le citoyen doit faire.", reasonLength),
  items: z.array(correctionItemSchema).min(1).max(200),
});
export type DeclareIncomplete = z.infer<typeof declareIncompleteSchema>;

/** « Incomplet » as its page posts it: every field and document of the demande, some of them ticked. */
export const declareIncompleteFormSchema = z.object({
  ...decided,
  // In the order of the page.
  items: z
    .array(
      z.object({
        fieldPath: z.string().min(1).max(200),
        isFlagged: z.string().optional(),
        reason: z.union([z.enum(correctionReasons), z.literal("")]).default(""),
        comment: optionalText(500),
      }),
      pageSentences.reload,
    )
    .max(200)
    .superRefine((items, context) => {
      if (!items.some(({ isFlagged }) => isFlagged))
        context.addIssue({
          code: "custom",
          message: "Cochez au moins une information ou une pièce à reprendre.",
        });
      items.forEach(({ isFlagged, reason }, index) => {
        if (isFlagged && reason === "")
          context.addIssue({ code: "custom", path: [index, "reason"], message: "Choisissez ce qui ne va pas." });
      });
    })
    .transform((items) =>
      items.flatMap(({ isFlagged, fieldPath, reason, comment }) =>
        isFlagged && reason !== "" ? [{ fieldPath, reason, comment }] : [],
      ),
    ),
  reason: declareIncompleteSchema.shape.reason,
});

const viewOfSlug = new Map(queueViews.map((view): [string, QueueView] => [queueViewSlugs[view], view]));
const once = z.string().max(1_000).optional().catch(undefined);
const sealedWords = z.string().max(1_000).optional().catch("?");
const isYes = once.transform((value) => value === "oui");

/** The queue's address: `?etat=…&demarche=…&moi=oui&retard=oui&recherche=…&suite=…`. What is not understood is left out, save a search. */
export const queueParamsSchema = z.object({
  etat: once.transform((slug): QueueView => viewOfSlug.get(slug ?? "") ?? "to_do"),
  demarche: once.transform((slug) => slug || undefined),
  moi: isYes,
  retard: isYes,
  /** Sealed words; what cannot be any is kept, to be told. */
  recherche: sealedWords,
  suite: once,
});
export type QueueParams = z.output<typeof queueParamsSchema>;

/** The search posts its words, and the other criteria to keep. */
export const searchQueueSchema = z.object({
  q: z.string().trim().max(200).default(""),
  etat: once,
  demarche: once,
  moi: once,
  retard: once,
});
export type SearchQueue = z.output<typeof searchQueueSchema>;
