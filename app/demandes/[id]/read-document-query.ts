import type { DocumentRequest } from "@/components/demandes/documents/document-request";
import type { FieldErrors } from "@/lib/shared/form-state";
import { readSentFiles, stillSaid, type Sendings } from "@/lib/web/upload/upload-outcomes";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export type DocumentQuery = Sendings & {
  /** How many times « Continuer » was refused; 0 before the first. */
  attempt: number;
  /** What « Continuer » misses. */
  errors: FieldErrors;
  /** This page, with what it says of the files: every act comes back to it. */
  here: string;
};

/** What the address says: files sent without JavaScript (`envoi`), or « Continuer » refused (`verifier`). */
export async function readDocumentQuery(
  query: Query,
  page: string,
  allErrors: FieldErrors,
  requests: readonly DocumentRequest[],
): Promise<DocumentQuery> {
  const attempt = Math.min(Number(query.verifier) || 0, 9_999);
  const errors: Record<string, string> = {};
  for (const { path } of requests) {
    const message = attempt > 0 ? allErrors[path] : undefined;
    if (message !== undefined) errors[path] = message;
  }
  const sendings = await readSentFiles(query);
  return { attempt, errors, ...sendings, here: `${page}${stillSaid(sendings.envoi)}` };
}
