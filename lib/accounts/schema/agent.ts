import { z } from "zod";
import { emailText, idOf, optionalText, requiredText, pageSentences } from "@/lib/shared/form-schema";
import type { AccountId, RecoveryId } from "@/lib/shared/ids";
import { accountViews, accountViewSlugs, type AccountView } from "../types/agent";

const reasonLength = 2_000;

const accountId = idOf<AccountId>();

export const accountActSchema = z.object({ accountId });
export type AccountAct = z.infer<typeof accountActSchema>;

export const refuseValidationSchema = z.object({
  accountId,
  reason: requiredText("Écrivez pourquoi la validation est refusée : la personne le lira.", reasonLength),
});
export type RefuseValidation = z.infer<typeof refuseValidationSchema>;

/** `version`: the changes as the agent's page showed them. */
const version = z.string(pageSentences.reload).max(100);
export const acceptChangesSchema = z.object({ accountId, version });
export type AcceptChanges = z.infer<typeof acceptChangesSchema>;

export const refuseChangesSchema = z.object({
  accountId,
  version,
  reason: requiredText("Écrivez pourquoi la modification est refusée : la personne le lira.", reasonLength),
});
export type RefuseChanges = z.infer<typeof refuseChangesSchema>;

export const suspendAccountSchema = z.object({
  accountId,
  reason: requiredText("Écrivez le motif de la suspension : la personne le lira.", reasonLength),
});
export type SuspendAccount = z.infer<typeof suspendAccountSchema>;

const proof = requiredText("Écrivez ce que vous avez vu qui prouve l’identité de la personne.", reasonLength);

export const askReopeningSchema = z.object({ accountId, proof });
export type AskReopening = z.infer<typeof askReopeningSchema>;

export const askRecoverySchema = z.object({
  accountId,
  newEmail: emailText("Saisissez le nouveau courriel de la personne."),
  proof,
  isHeld: z.literal("yes").optional().transform(Boolean),
});
export type AskRecovery = { accountId: AccountId; newEmail: string; proof: string; isHeld?: boolean };

export const decideRecoverySchema = z.object({ recoveryId: idOf<RecoveryId>() });
export type DecideRecovery = z.infer<typeof decideRecoverySchema>;

const viewBySlug = new Map<string, AccountView>(accountViews.map((view) => [accountViewSlugs[view], view]));
const viewSlug = z
  .string()
  .optional()
  .transform((slug) => viewBySlug.get(slug ?? "") ?? "all")
  .catch("all");

/** Address of the list: `?vue=a-valider&recherche=(sealed)&suite=…`. */
export const accountParamsSchema = z.object({
  vue: viewSlug,
  /** What cannot be sealed words is kept, to be told. */
  recherche: z.string().max(2_000).optional().catch("?"),
  suite: z.string().max(200).optional().catch(undefined),
});
export type AccountParams = z.infer<typeof accountParamsSchema>;

export const searchAccountsSchema = z.object({ q: optionalText(254), vue: viewSlug });
export type SearchAccounts = z.infer<typeof searchAccountsSchema>;
