import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { summarise } from "@/lib/demarches/summary";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import { demandeDocument, type DemandePdfView } from "../pdf/demande-document";
import { renderPdf } from "../pdf/render";
import { documentsOf } from "../filing/recepisse-view";
import { statusLabel } from "../rules/status-words";
import type { DemandeView, HistoryEntry } from "../types/demande";
import { findDemande } from "./find-demande";
import { getHistory } from "./get-history";
import type { RenderedFile } from "./render-recepisse";

/**
 * The demande as tagged PDF (X12, F49): in the six states that allow it for its owner, in every state for its agents.
 * Throws NotFound otherwise.
 */
export async function renderDemande(actor: Actor, number: string): Promise<RenderedFile> {
  const demande = await findDemande(actor, number);
  if (!demande?.can.openPdf) throw new NotFound();
  const [history, portal] = await Promise.all([getHistory(actor, demande.id), findPortal()]);
  const letterhead = { town: portal.town, colour: portal.theme.light.primary };
  const document = demandeDocument(pdfView(demande, history), letterhead, clock.now());
  return { name: `demande-${demande.number}.pdf`, bytes: await renderPdf(document) };
}

function pdfView(demande: DemandeView, history: readonly HistoryEntry[]): DemandePdfView {
  const { definition, answers, attachments: files, context, number, beneficiaryName, submittedAt } = demande;
  const documents = documentsOf({
    definition,
    answers,
    files,
    receivedAt: submittedAt,
    isSignedIn: context.isSignedIn,
  });
  const isDocument = new Set(documents.map(({ path }) => path));
  return {
    number,
    demarche: demande.demarche.title,
    service: demande.service.name,
    organisation: demande.service.organisation,
    applicant: demande.applicantName ?? "",
    beneficiary: beneficiaryName,
    submittedAt,
    status: { label: demande.statusLabel, sentence: demande.statusSentence },
    reason: demande.statusReason,
    sections: summarise(definition, answers, files, context).map(({ title, rows }) => ({
      title,
      rows: rows
        .filter(({ path }) => !isDocument.has(path))
        .map(({ label, item, lines }) => ({ label: item ? `${item}, ${label}` : label, value: lines.join("\n") })),
    })),
    documents,
    answerFiles: demande.answerFiles.map(({ name }) => name),
    history: history.map(({ at, by, to, reason }) => ({ at, who: by, status: statusLabel(to, definition), reason })),
  };
}
