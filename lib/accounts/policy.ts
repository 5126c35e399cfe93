import type { AccountStatus, AccountValidation, RecoveryState } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { isStaff } from "@/lib/kernel/staff";
import type { AgentId } from "@/lib/shared/ids";

/** What the rules look at. */
export type JudgedAccount = { status: AccountStatus; validation: AccountValidation; hasPendingChanges: boolean };
export type JudgedRecovery = { state: RecoveryState; askedBy: AgentId };

/**
 * The rules name no service: a citizen asks for help at whichever counter is open (F44, F68). An account that was erased says
 * nothing of anybody any more.
 */
export function canRead(actor: Actor, account: JudgedAccount): boolean {
  return isStaff(actor) && account.status !== "deleted";
}

/** T11. A refusal may be taken back. */
export function canValidate(actor: Actor, account: JudgedAccount): boolean {
  return isStaff(actor) && account.status === "active" && account.validation !== "validated";
}

export function canRefuseValidation(actor: Actor, account: JudgedAccount): boolean {
  return isStaff(actor) && account.status === "active" && account.validation === "pending";
}

/** T11: accept or refuse what the person wants to change of their identity or address. */
export function canDecideChanges(actor: Actor, account: JudgedAccount): boolean {
  return isStaff(actor) && account.status === "active" && account.hasPendingChanges;
}

export function canSuspend(actor: Actor, account: JudgedAccount): boolean {
  return actor.kind === "admin" && account.status === "active";
}

export function canReinstate(actor: Actor, account: JudgedAccount): boolean {
  return actor.kind === "admin" && account.status === "suspended";
}

/** F68. */
export function canAskRecovery(actor: Actor, account: JudgedAccount): boolean {
  return isStaff(actor) && account.status === "active";
}

/** F68: four eyes. Whoever noted the proof never decides, an administrator no more than an agent. */
export function canDecideRecovery(actor: Actor, recovery: JudgedRecovery): boolean {
  return isStaff(actor) && recovery.state === "asked" && recovery.askedBy !== actor.agentId;
}

/** Minutes: the time for whoever still reads the old address to stop it (F68). Nobody is above it, an administrator neither. */
export const recoveryDelayMinutes = 24 * 60;

export function confirmableFrom(askedAt: Date): Date {
  return new Date(askedAt.getTime() + recoveryDelayMinutes * 60_000);
}

/** Whoever decides it. A refusal needs no delay. */
export function isConfirmable({ state, askedAt }: { state: RecoveryState; askedAt: Date }, now: Date): boolean {
  return state === "asked" && confirmableFrom(askedAt) <= now;
}
