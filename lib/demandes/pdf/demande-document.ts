import { formatDateTime } from "@/lib/shared/dates";
import { documentLines, type RecepisseDocument } from "../filing/recepisse";
import type { PdfBlock, PdfDocument } from "./document";
import type { Letterhead } from "./recepisse-document";

/** What the demande's PDF shows (X12). */
export type DemandePdfView = {
  number: string;
  demarche: string;
  service: string;
  organisation: string;
  applicant: string;
  beneficiary: string | null;
  submittedAt: Date;
  /** Label of the state, as the démarche words it, and the sentence that explains it. */
  status: { label: string; sentence: string };
  /** What the agent wrote with the present state. */
  reason: string | null;
  sections: readonly { title: string; rows: readonly { label: string; value: string }[] }[];
  documents: readonly RecepisseDocument[];
  answerFiles: readonly string[];
  history: readonly { at: Date; who: string; status: string; reason: string | null }[];
};

/** The demande as a document to keep: its state, its answers by section, its documents, its history. */
export function demandeDocument(view: DemandePdfView, { town, colour }: Letterhead, at: Date): PdfDocument {
  return {
    title: view.demarche,
    subtitle: `Demande n°\u00a0${view.number}`,
    letterhead: [town, view.organisation],
    colour,
    footer: `Demande n°\u00a0${view.number}, telle qu’elle était le ${formatDateTime(at)}`,
    at,
    blocks: [
      { kind: "notice", text: `${view.status.label}. ${view.status.sentence}` },
      ...(view.reason ? [{ kind: "paragraph", text: `Message du service\u00a0: ${view.reason}` } as const] : []),
      { kind: "facts", rows: summaryRows(view) },
      ...view.sections.flatMap(sectionBlocks),
      ...listBlocks("Pièces jointes", documentLines(view.documents)),
      ...listBlocks("Réponse du service", view.answerFiles),
      ...historyBlocks(view.history),
    ],
  };
}

function summaryRows(view: DemandePdfView) {
  return [
    { label: "Demandeur", value: view.applicant },
    ...(view.beneficiary ? [{ label: "Pour", value: view.beneficiary }] : []),
    { label: "Reçue le", value: formatDateTime(view.submittedAt) },
    { label: "Service", value: `${view.service}, ${view.organisation}` },
  ];
}

function sectionBlocks({ title, rows }: DemandePdfView["sections"][number]): PdfBlock[] {
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "facts", rows: rows.map(({ label, value }) => ({ label, value: value === "" ? "Non renseigné" : value })) },
  ];
}

function listBlocks(title: string, items: readonly string[]): PdfBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "list", items },
  ];
}

function historyBlocks(history: DemandePdfView["history"]): PdfBlock[] {
  return [
    { kind: "heading", level: 2, text: "Historique" },
    {
      kind: "table",
      columns: [
        { title: "Date", share: 0.27 },
        { title: "Par", share: 0.2 },
        { title: "État", share: 0.18 },
        { title: "Motif", share: 0.35 },
      ],
      rows: history.map(({ at, who, status, reason }) => [formatDateTime(at), who, status, reason ?? ""]),
    },
  ];
}
