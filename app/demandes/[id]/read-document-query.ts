import type { DocumentRequest } from "@/components/demandes/documents/document-request";
import type { FieldErrors } from "@/lib/shared/form-state";
import { readSentFiles, type SentFiles } from "@/lib/web/upload-outcomes";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export type DocumentQuery = {
  /** How many times « Continuer » was refused; 0 before the first. */
  attempt: number;
  /** What « Continuer » misses. */
  errors: FieldErrors;
  /** What became of the files just sent without JavaScript. */
  sent: SentFiles | null;
  /** Names that sending in the address; empty without one. */
  envoi: string;
};

/** What the address says: files sent without JavaScript (`envoi`), or « Continuer » refused (`verifier`). */
export async function readDocumentQuery(
  query: Query,
  allErrors: FieldErrors,
  requests: readonly DocumentRequest[],
): Promise<DocumentQuery> {
  const attempt = Math.min(Number(query.verifier) || 0, 9_999);
  const errors: Record<string, string> = {};
  for (const { path } of requests) {
    const message = attempt > 0 ? allErrors[path] : undefined;
    if (message !== undefined) errors[path] = message;
  }
  const sent = await readSentFiles(query);
  return { attempt, errors, sent, envoi: sent && typeof query.envoi === "string" ? query.envoi : "" };
}
