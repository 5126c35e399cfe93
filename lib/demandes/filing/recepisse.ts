import type { DelayView } from "../rules/delays";
import type { PapersView } from "../rules/papers";

/** What the acknowledgement says of a demande. */
export type RecepisseView = {
  number: string;
  demarche: string;
  applicant: string;
  /** Null when it is filed for oneself. */
  beneficiary: string | null;
  receivedAt: Date;
  /** The démarche's word, or the portal's, for a demande that was just filed. */
  filedAs: string;
  service: { name: string; organisation: string; address: string; phone: string; email: string };
  /** The promise and the law, counted from what was received. */
  delay: DelayView;
  papers: PapersView | null;
  documents: readonly RecepisseDocument[];
};

/** A document asked for: files joined, or to be brought on paper. */
export type RecepisseDocument = { label: string; files: readonly string[]; isOnPaper: boolean };

/** One line a document asked for, those on paper included. */
export function documentLines(documents: readonly RecepisseDocument[]): string[] {
  return documents.map(({ label, files, isOnPaper }) => {
    if (files.length > 0) return `${label} : ${files.join(", ")}`;
    return isOnPaper ? `${label} : à remettre sur papier au guichet du service` : `${label} : non fourni`;
  });
}
