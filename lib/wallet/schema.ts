import { z } from "zod";
import { dateBoxes, idOf, optionalText } from "@/lib/shared/form-schema";
import type { RelationId, WalletDocumentId, WalletFileId } from "@/lib/shared/ids";
import { readTypedDate } from "@/lib/shared/typed-date";
import { documentTypes } from "@/lib/vocabulary/documents";

const documentId = idOf<WalletDocumentId>();

/** « unlimited », a date in three boxes, or one of the two ends that papers of a household often have. */
export const validities = ["unlimited", "date", "end_of_year", "end_of_school_year"] as const;
export type Validity = (typeof validities)[number];
export const validityLabels: Record<Validity, string> = {
  unlimited: "Sans limite",
  date: "Jusqu’à une date",
  end_of_year: "Jusqu’à la fin de l’année",
  end_of_school_year: "Jusqu’à la fin de l’année scolaire",
};

const facts = z.object({
  type: z.enum(documentTypes, "Choisissez le type de document."),
  /** Empty: the type's own label. */
  title: optionalText(100),
  /** Empty: the owner of the account. */
  relationId: z
    .union([z.literal("").transform(() => null), idOf<RelationId>()], "Choisissez parmi les personnes proposées.")
    .nullish()
    .transform((value) => value ?? null),
  validity: z.enum(validities, "Choisissez jusqu’à quand ce document est valable.").default("unlimited"),
  validUntil: dateBoxes(),
});

type Typed = { validity: Validity; validUntil: { day: string; month: string; year: string } };

function readValidity<T extends Typed>({ validUntil, ...rest }: T, context: z.RefinementCtx) {
  if (rest.validity !== "date") return { ...rest, validUntil: null };
  const read = readTypedDate(validUntil, { subject: "la date de fin de validité", earliest: "1990-01-01" });
  if (read.ok) return { ...rest, validUntil: read.value };
  context.addIssue({
    code: "custom",
    message: read.message,
    path: read.part ? ["validUntil", read.part] : ["validUntil"],
  });
  return { ...rest, validUntil: null };
}

export const addWalletDocumentSchema = facts.transform(readValidity);
export type AddWalletDocument = z.output<typeof addWalletDocumentSchema>;

export const changeWalletDocumentSchema = facts.extend({ documentId }).transform(readValidity);
export type ChangeWalletDocument = z.output<typeof changeWalletDocumentSchema>;

export const onlyWalletDocumentSchema = z.object({ documentId });
export type OnlyWalletDocument = z.output<typeof onlyWalletDocumentSchema>;

export const removeWalletFileSchema = z.object({ documentId, fileId: idOf<WalletFileId>() });
export type RemoveWalletFile = z.output<typeof removeWalletFileSchema>;
