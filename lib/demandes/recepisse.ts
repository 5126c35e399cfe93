import { formatDateTime } from "@/lib/shared/dates";
import type { DelayView } from "./delays";
import type { PapersView } from "./papers";

/** What the acknowledgement says of a demande. */
export type RecepisseView = {
  number: string;
  demarche: string;
  applicant: string;
  /** Null when it is filed for oneself. */
  beneficiary: string | null;
  receivedAt: Date;
  service: { name: string; organisation: string; address: string; phone: string; email: string };
  /** The promise and the law, counted from what was received. */
  delay: DelayView;
  papers: PapersView | null;
  documents: readonly RecepisseDocument[];
};

/** A document asked for: files joined, or to be brought on paper. */
export type RecepisseDocument = { label: string; files: readonly string[]; isOnPaper: boolean };

/** Label and value pairs for the PDF and the e-mail. */
export function recepisseFacts(view: RecepisseView): { label: string; value: string }[] {
  return [
    { label: "Numéro de la demande", value: view.number },
    { label: "Démarche", value: view.demarche },
    { label: "Demandeur", value: view.applicant },
    ...(view.beneficiary ? [{ label: "Pour", value: view.beneficiary }] : []),
    { label: "Date de réception", value: formatDateTime(view.receivedAt) },
  ];
}

/** CRPA, art. R. 112-5, 2°: name, postal and electronic addresses and phone of the service in charge. */
export function serviceFacts({ service }: RecepisseView): { label: string; value: string }[] {
  return [
    { label: "Service", value: `${service.name}, ${service.organisation}` },
    { label: "Adresse", value: service.address },
    { label: "Téléphone", value: service.phone },
    { label: "Courriel", value: service.email },
  ].filter(({ value }) => value !== "");
}

/** One line a document asked for, those on paper included. */
export function documentLines(documents: readonly RecepisseDocument[]): string[] {
  return documents.map(({ label, files, isOnPaper }) => {
    if (files.length > 0) return `${label} : ${files.join(", ")}`;
    return isOnPaper ? `${label} : à remettre sur papier au guichet du service` : `${label} : non fourni`;
  });
}
