import { and, asc, eq } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { Archive, Entry, Part } from "@/lib/kernel/personal-data";
import { summarise } from "@/lib/demarches/summary";
import type { DemandeId } from "@/lib/shared/ids";
import { correctionReasonLabels } from "@/lib/vocabulary/documents";
import { copyOfFiles } from "./copy-of-files";
import { findDemandeById } from "../queries/find-demande";
import { findDraft } from "../queries/find-draft";
import { getHistory } from "../queries/get-history";
import { renderDemande } from "../queries/render-demande";
import { renderRecepisse } from "../queries/render-recepisse";
import type { DemandeView, DraftView } from "../types/demande";

/** Every demande of the account, drafts included: answers, history, exchanges, files, and the PDFs of what was filed. */
export async function copyOfDemandes(owner: Citizen, { name, demandes: own, aboutDemande }: Archive): Promise<Part> {
  const entries: Entry[] = [];
  const data = { demandes: [] as unknown[], brouillons: [] as unknown[] };
  for (const { id, number, title } of own) {
    const folder = `${number === null ? name("brouillons/", title) : name("demandes/", number)}/`;
    const files = await copyOfFiles(owner, id, folder, name);
    const filed = number === null ? null : await findDemandeById(owner, id);
    const draft = filed ? null : await findDraft(owner, id);
    if (filed) {
      const others = await aboutDemande(id);
      data.demandes.push({ ...(await filedData(owner, filed)), ...others, fichiers: files.data });
      entries.push(...pdfsOf(owner, filed, folder));
    }
    if (draft) data.brouillons.push({ ...draftData(draft), fichiers: files.data });
    entries.push(...files.entries);
  }
  return { data, entries };
}

/** Those of the account, drafts included, the oldest first. */
export async function listToCopy({ accountId }: Citizen): Promise<Archive["demandes"]> {
  return database()
    .select({ id: demandes.id, number: demandes.number, title: demarches.title })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(eq(demandes.accountId, accountId))
    .orderBy(asc(demandes.createdAt), asc(demandes.id));
}

/** The récépissé always; the summary in the states that allow it to its owner (F49). */
function pdfsOf(owner: Citizen, { number, submittedAt, updatedAt, can }: DemandeView, folder: string): Entry[] {
  const recepisse: Entry = {
    path: `${folder}recepisse.pdf`,
    at: submittedAt,
    open: async () => (await renderRecepisse(owner, { number })).bytes,
  };
  const summary: Entry = {
    path: `${folder}recapitulatif.pdf`,
    at: updatedAt,
    open: async () => (await renderDemande(owner, number)).bytes,
  };
  return can.openPdf ? [summary, recepisse] : [recepisse];
}

async function filedData(owner: Citizen, demande: DemandeView) {
  const [history, revisions] = await Promise.all([getHistory(owner, demande.id), revisionsOf(owner, demande.id)]);
  return {
    numero: demande.number,
    demarche: demande.demarche.title,
    service: demande.service.name,
    organisme: demande.service.organisation,
    etat: demande.statusLabel,
    motif: demande.statusReason,
    demandeur: demande.applicantName,
    beneficiaire: demande.beneficiaryName,
    depot: demande.submittedAt,
    echeance: demande.dueAt,
    cloture: demande.closedAt,
    modification: demande.updatedAt,
    reponses: readable(demande),
    versions: revisions,
    corrections: demande.corrections.map(({ fieldPath, reason, comment }) => ({
      champ: fieldPath,
      motif: correctionReasonLabels[reason],
      commentaire: comment,
    })),
    historique: history.map(({ at, by, text, reason }) => ({ date: at, par: by, evenement: text, motif: reason })),
  };
}

function draftData(draft: DraftView) {
  return {
    demarche: draft.demarche.title,
    service: draft.demarche.serviceName,
    enregistrement: draft.savedAt,
    effacement: draft.erasedOn,
    reponses: readable(draft),
    reponsesBrutes: draft.answers,
  };
}

/** The form as it is read: question and answer, section by section. */
function readable({ definition, answers, attachments, context }: DemandeView | DraftView) {
  return summarise(definition, answers, attachments, context).map(({ title, rows }) => ({
    rubrique: title,
    champs: rows.map(({ label, item, lines }) => ({ question: item ? `${item}, ${label}` : label, reponse: lines })),
  }));
}

/** The answers as they are kept, at each submission and in the change under way. */
async function revisionsOf({ accountId }: Citizen, demandeId: DemandeId) {
  return database()
    .select({
      version: demandeRevisions.number,
      debut: demandeRevisions.createdAt,
      envoi: demandeRevisions.submittedAt,
      reponsesBrutes: demandeRevisions.answers,
    })
    .from(demandeRevisions)
    .innerJoin(demandes, eq(demandes.id, demandeRevisions.demandeId))
    .where(and(eq(demandeRevisions.demandeId, demandeId), eq(demandes.accountId, accountId)))
    .orderBy(asc(demandeRevisions.number));
}
