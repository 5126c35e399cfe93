import { and, asc, eq } from "drizzle-orm";
import { demandeEvents, demandes, type HistoryActor } from "@/db/schema/demandes";
import { demarcheVersions } from "@/db/schema/demarches";
import { agents } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isStaff } from "@/lib/kernel/staff";
import type { DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { historyActor } from "../access/history-actor";
import { reachableBy } from "../access/scope";
import { isReopening } from "../status";
import type { HistoryEntry } from "../types/demande";
import { ownLabelSql } from "./state-label-sql";

/** Every transition of a demande, oldest first (F102). Empty for what is absent or somebody else's. */
export async function getHistory(actor: Actor, demandeId: DemandeId): Promise<HistoryEntry[]> {
  const rows = await database()
    .select({
      at: demandeEvents.at,
      actor: demandeEvents.actor,
      agentId: demandeEvents.agentId,
      agentName: agents.name,
      from: demandeEvents.fromStatus,
      to: demandeEvents.toStatus,
      revision: demandeEvents.revision,
      reason: demandeEvents.reason,
      label: ownLabelSql(demarcheVersions.definition, demandeEvents.toStatus),
    })
    .from(demandeEvents)
    .innerJoin(demandes, eq(demandes.id, demandeEvents.demandeId))
    .innerJoin(demarcheVersions, eq(demarcheVersions.id, demandes.versionId))
    .leftJoin(agents, eq(agents.id, demandeEvents.agentId))
    .where(and(eq(demandeEvents.demandeId, demandeId), reachableBy(actor)))
    .orderBy(asc(demandeEvents.id));
  const isForStaff = historyActor(actor) !== "citizen";
  const reader = isStaff(actor) ? actor.agentId : null;
  return rows.map(({ actor: by, agentId, agentName, label, ...row }) => ({
    ...row,
    isReaders: reader !== null && agentId === reader,
    by: isForStaff ? nameForStaff(by, agentName) : nameForOwner[by],
    text: `${sayMove(row.from, row.to, by, isForStaff)}${label && row.from !== row.to ? `\u00a0: «\u00a0${label}\u00a0»` : ""}`,
  }));
}

const nameForOwner: Record<HistoryActor, string> = { citizen: "Vous", agent: "L’administration", system: "Le portail" };

function nameForStaff(by: HistoryActor, agentName: string | null): string {
  const names: Record<HistoryActor, string> = {
    citizen: "L’usager",
    agent: agentName ?? "Un agent",
    system: "Le portail",
  };
  return names[by];
}

/** What happened, in one sentence; a cancellation says whose act it was (T6). */
function sayMove(from: DemandeStatus, to: DemandeStatus, by: HistoryActor, isForStaff: boolean): string {
  if (isReopening(from, to)) return "Demande rouverte";
  if (from === "draft") return "Demande soumise";
  if (from === "pending" && to === "pending") return "Demande modifiée";
  if (to === "cancelled")
    return `Demande annulée par ${by === "agent" ? "l’administration" : isForStaff ? "l’usager" : "vous"}`;
  return sentences[to];
}

const sentences: Record<DemandeStatus, string> = {
  draft: "Demande commencée",
  pending: "Demande en attente",
  in_progress: "Demande prise en charge",
  incomplete: "Demande déclarée incomplète",
  rectified: "Demande corrigée",
  complete: "Demande déclarée complète",
  rejected: "Demande rejetée",
  cancelled: "Demande annulée",
  validated: "Demande validée",
};
