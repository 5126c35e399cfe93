import { z } from "zod";
import type { TownPlace } from "@/lib/places/communes";
import { emailText, idOf, optionalText, pageSentences } from "@/lib/shared/form-schema";
import type { AttachmentId, DemandeId, WalletDocumentId } from "@/lib/shared/ids";
import { readNumber } from "../rules/number";
import { stepSlugs } from "../types/demande";

const demandeId = idOf<DemandeId>();
const edition = z.coerce.number(pageSentences.reload).int().min(0).max(1_000_000);
/** « section.field », « section.group.0.field ». */
const path = z
  .string()
  .max(200)
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+){1,4}$/, "Ce champ n’existe pas.");
/** One control's text, or the texts of repeated controls. */
const controlValue = z.union([z.string().max(20_000), z.array(z.string().max(2_000)).max(200)]);

/** Names of controls and what they hold, exactly as the browser sent them. */
const rawFormSchema = z.record(z.string().max(200), controlValue).refine((raw) => Object.keys(raw).length <= 2_000);
export type RawForm = z.infer<typeof rawFormSchema>;

export const startDemandeSchema = z.object({
  slug: z.string().min(1).max(120),
  /** « Cet appareil est à moi »: never ticked in advance. */
  isOwnDevice: z.boolean().optional(),
});
export type StartDemande = z.infer<typeof startDemandeSchema>;

export const onlyDemandeSchema = z.object({ demandeId });
export type OnlyDemande = z.infer<typeof onlyDemandeSchema>;

export const saveStepSchema = z.object({
  demandeId,
  step: z.enum(stepSlugs),
  edition,
  /** « save » keeps everything as typed and refuses nothing; « continue » then checks. */
  mode: z.enum(["save", "continue"]).default("continue"),
  /** « fields » leaves the documents of « Ma demande » for their own page; « documents » looks at them alone. */
  part: z.enum(["all", "fields", "documents"]).default("all"),
  raw: rawFormSchema,
  /** What was already asked to be looked at again, as the page gives it back. */
  confirmed: z.string().max(20_000).optional(),
  /** Where the town is (`placesOfTown`), where it is known. */
  town: z.custom<readonly TownPlace[]>(Array.isArray).optional(),
});
export type SaveStep = z.infer<typeof saveStepSchema>;

export const saveFieldSchema = z.object({
  demandeId,
  edition,
  path,
  /** The controls of that field alone. */
  value: rawFormSchema,
});
export type SaveField = z.infer<typeof saveFieldSchema>;

export const declareOnPaperSchema = z.object({
  demandeId,
  path,
  onPaper: z.boolean(),
});
export type DeclareOnPaper = z.infer<typeof declareOnPaperSchema>;

export const attachFromWalletSchema = z.object({
  demandeId,
  path,
  documentId: idOf<WalletDocumentId>("Choisissez une pièce de votre porte-documents."),
});
export type AttachFromWallet = z.infer<typeof attachFromWalletSchema>;

export const removeAttachmentSchema = z.object({
  demandeId,
  attachmentId: idOf<AttachmentId>(),
});
export type RemoveAttachment = z.infer<typeof removeAttachmentSchema>;

export const submitDemandeSchema = z.object({
  demandeId,
  /** The revision shown on the summary: submitting it twice gives the same number. */
  revision: z.coerce.number(pageSentences.reload).int().min(1).max(10_000),
  /** What the summary showed; when given, an answer changed elsewhere since then is told instead of filed. */
  edition: edition.optional(),
  /** What the web layer found; « not_needed » is refused to a person without account who files. */
  robot: z.enum(["passed", "not_needed"]).default("not_needed"),
  /** The box « Mettre à jour aussi l’adresse de mon compte ». */
  updatesAccount: z.literal("yes").optional(),
});
export type SubmitDemande = z.infer<typeof submitDemandeSchema>;

/** Characters (docs/numbers.md). */
export const withdrawalReasonLength = 1_000;

export const withdrawDemandeSchema = z.object({
  demandeId,
  reason: optionalText(withdrawalReasonLength),
});
export type WithdrawDemande = z.infer<typeof withdrawDemandeSchema>;

export const correctContactSchema = z.object({ demandeId, email: emailText() });
export type CorrectContact = z.infer<typeof correctContactSchema>;

export const askDraftLinkSchema = z.object({ demandeId, email: emailText() });
export type AskDraftLink = z.infer<typeof askDraftLinkSchema>;

/** A number as it stands in an address, put right; null when it cannot be one. */
export const demandeNumberSchema = z.string().transform(readNumber);

export const askFollowLinkSchema = z.object({
  number: z
    .string("Saisissez le numéro de votre demande.")
    .trim()
    .min(1, "Saisissez le numéro de votre demande.")
    .max(40),
  email: emailText(),
});
export type AskFollowLink = z.infer<typeof askFollowLinkSchema>;

/** The secret of a link, as it stands in the e-mail. */
export type OpenFollowLink = { token: string; isOwnDevice?: boolean };

export const claimDemandeSchema = z.object({
  demandeId,
  /** The link of its letter, where the account has another address than the demande. */
  jeton: z.string().max(200).optional(),
});
export type ClaimDemande = z.infer<typeof claimDemandeSchema>;
