import { and, desc, eq, gt, or } from "drizzle-orm";
import { attachments, demandeEvents } from "@/db/schema/demandes";
import type { Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { applicantSectionKey } from "@/lib/demarches/form";
import { summarise, type Change, type SummarySection } from "@/lib/demarches/summary";
import { isWaiting } from "@/lib/vocabulary/demande-status";
import { correctable } from "../revision/correction";
import { documentsOf } from "../filing/recepisse-view";
import type { AgentDemande, AgentDocument } from "../types/agent";
import type { DemandeView } from "../types/demande";
import { findDemande } from "./find-demande";
import { getHistory } from "./get-history";
import { listChanges } from "./list-changes";

/** A demande with what an agent needs to judge it. Throws NotFound when the agent's services do not have it. */
export async function getDemandeForAgent(agent: Staff, number: string): Promise<AgentDemande> {
  const demande = await findDemande(agent, number);
  if (!demande) throw new NotFound();
  const { definition, answers, attachments: files, context, dueAt, status } = demande;
  const read = summarise(definition, answers, files, context).map(nameForAgents);
  const flaggable = correctable(definition, answers, files, context).map(nameForAgents);
  const [history, changes] = await Promise.all([getHistory(agent, demande.id), listNews(agent, demande, read)]);
  const documents = listDocuments(demande, changes);
  const isLate = dueAt !== null && dueAt < clock.now() && isWaiting(status);
  const sections = withoutRows(read, new Set(documents.map(({ path }) => path)));
  return { ...demande, flaggable, sections, documents, history: history.reverse(), changes, isLate };
}

/** The form speaks to its author (« Vos coordonnées »); an agent reads of whom it speaks. */
function nameForAgents(section: SummarySection): SummarySection {
  return section.key === applicantSectionKey ? { ...section, title: "Le demandeur" } : section;
}

function withoutRows(sections: readonly SummarySection[], paths: ReadonlySet<string>): SummarySection[] {
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(({ path }) => !paths.has(path)) }))
    .filter(({ rows }) => rows.length > 0);
}

function listDocuments(demande: DemandeView, changes: readonly Change[]): AgentDocument[] {
  const { definition, answers, attachments: files, submittedAt, context } = demande;
  const changed = new Set(changes.map(({ path }) => path));
  return documentsOf({ definition, answers, files, receivedAt: submittedAt, isSignedIn: context.isSignedIn }).map(
    ({ path, label, isOnPaper }) => ({
      path,
      label,
      isOnPaper,
      files: files.filter(({ fieldPath }) => fieldPath === path),
      isChanged: changed.has(path),
    }),
  );
}

/** What changed since the revision on which an agent last acted; nothing before an agent ever acted. */
async function listNews(agent: Staff, demande: DemandeView, sections: readonly SummarySection[]): Promise<Change[]> {
  const seen = await lastRevisionSeen(demande);
  if (seen === null || seen >= demande.revision) return [];
  const changes = await listChanges(agent, demande.id, seen, demande.revision);
  const known = new Set(changes.map(({ path }) => path));
  const touched = await pathsOfNewFiles(demande, seen);
  const replaced = sections.flatMap(({ title, rows }) =>
    rows
      .filter(({ path }) => touched.has(path) && !known.has(path))
      .map(({ path, label, lines }) => ({
        path,
        section: title,
        label,
        before: lines,
        after: lines.map((name) => `${name} (nouveau fichier)`),
      })),
  );
  return [...changes, ...replaced];
}

async function lastRevisionSeen({ id }: DemandeView): Promise<number | null> {
  const [last] = await database()
    .select({ revision: demandeEvents.revision })
    .from(demandeEvents)
    .where(and(eq(demandeEvents.demandeId, id), eq(demandeEvents.actor, "agent")))
    .orderBy(desc(demandeEvents.id))
    .limit(1);
  return last?.revision ?? null;
}

async function pathsOfNewFiles({ id }: DemandeView, seen: number): Promise<ReadonlySet<string>> {
  const rows = await database()
    .selectDistinct({ path: attachments.fieldPath })
    .from(attachments)
    .where(and(eq(attachments.demandeId, id), or(gt(attachments.addedIn, seen), gt(attachments.removedIn, seen))));
  return new Set(rows.map(({ path }) => path));
}
