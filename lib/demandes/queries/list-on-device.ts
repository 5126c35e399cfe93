import { and, desc, eq, sql } from "drizzle-orm";
import { demandeRevisions, demandes, demandeTokens } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { applicantEmail } from "../draft/applicant";
import { demandeLimits } from "../rules/limits";
import { ownedBy } from "../access/scope";
import type { DemandeSummary, DraftOnDevice } from "../types/demande";
import { listDemandes } from "./list-demandes";

/** What a browser without account opens: what « Suivre une demande » lists, and what « Quitter » closes. */
export async function listOnDevice(
  actor: Actor,
): Promise<{ filed: readonly DemandeSummary[]; drafts: readonly DraftOnDevice[] }> {
  if (actor.kind !== "anonymous" || !actor.guest) return { filed: [], drafts: [] };
  const [{ items }, drafts] = await Promise.all([listDemandes(actor), listDraftsOn(actor)]);
  return { filed: items, drafts };
}

async function listDraftsOn(actor: Actor): Promise<DraftOnDevice[]> {
  const rows = await database()
    .select({
      id: demandes.id,
      demarcheTitle: demarches.title,
      savedAt: demandes.updatedAt,
      answers: demandeRevisions.answers,
      linkUntil: liveLink(),
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1)))
    .where(and(eq(demandes.status, "draft"), ownedBy(actor)))
    .orderBy(desc(demandes.updatedAt), desc(demandes.id))
    .limit(demandeLimits.drafts);
  return rows.map(({ answers, ...row }) => ({ ...row, email: applicantEmail(answers) }));
}

const liveLink = () =>
  sql<Date | null>`(
  select max(${demandeTokens.expiresAt}) from ${demandeTokens} where ${demandeTokens.demandeId} = ${demandes.id}
  and ${demandeTokens.consumedAt} is null and ${demandeTokens.expiresAt} > ${clock.now().toISOString()}::timestamptz)`.mapWith(
    demandeTokens.expiresAt,
  );
