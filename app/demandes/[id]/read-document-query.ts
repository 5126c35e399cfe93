import type { DocumentRequest } from "@/components/demandes/documents/document-request";
import { fileRefusalSentences, isFileRefusal } from "@/lib/files/rules";
import type { FieldErrors } from "@/lib/shared/form-state";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export type DocumentQuery = {
  /** How many times « Continuer » was refused; 0 before the first. */
  attempt: number;
  errors: FieldErrors;
};

/** What the address says: a file that was refused without JavaScript (`refus`, `champ`), or « Continuer » refused (`verifier`). */
export function readDocumentQuery(
  query: Query,
  allErrors: FieldErrors,
  requests: readonly DocumentRequest[],
): DocumentQuery {
  const attempt = Math.min(Number(query.verifier) || 0, 9_999);
  const refusal =
    typeof query.refus === "string" && isFileRefusal(query.refus) ? fileRefusalSentences[query.refus] : undefined;
  const errors: Record<string, string> = {};
  for (const { path } of requests) {
    const missing = attempt > 0 ? allErrors[path] : undefined;
    const message = refusal !== undefined && query.champ === path ? refusal : missing;
    if (message !== undefined) errors[path] = message;
  }
  return { attempt, errors };
}
