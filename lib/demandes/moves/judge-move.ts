import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import type { AgentId, DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { lockDemande, type LockedDemande } from "./lock-demande";
import { isInstructor } from "../policy";
import { canMove } from "../status";

/**
 * « changed_meanwhile »: somebody acted since the agent's page was shown, nothing was overwritten.
 * « not_possible »: the state does not allow it, whatever the page.
 */
export type MoveRefusal = "changed_meanwhile" | "not_possible";
export type Decided = { number: string };

/** A filed demande, locked by the agent who judges it. */
export type JudgedDemande = LockedDemande & { number: string; judgedBy: AgentId };

/** Locks the demande for one of its agents. Throws NotFound for anyone else, an administrator of another service included. */
export async function lockToJudge(tx: Tx, actor: Actor, input: { demandeId: DemandeId }): Promise<JudgedDemande> {
  const demande = await lockDemande(tx, actor, input.demandeId);
  if (!isStaff(actor) || !isInstructor(actor, demande)) throw new NotFound();
  if (demande.number === null) throw new Invariant("a filed demande without number");
  return { ...demande, number: demande.number, judgedBy: actor.agentId };
}

/** Why an agent may not move a locked demande to `to`; null when it may. `lockVersion`: that of the agent's page. */
export function judgeMove(demande: JudgedDemande, to: DemandeStatus, lockVersion: number): MoveRefusal | null {
  if (demande.anonymisedAt) return "not_possible";
  if (demande.lockVersion !== lockVersion) return "changed_meanwhile";
  return canMove(demande.status, to, "agent") ? null : "not_possible";
}
