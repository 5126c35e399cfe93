import type { AccountStatus, AccountValidation, RecoveryKind, RecoveryState } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { isStaff } from "@/lib/kernel/staff";
import type { AgentId } from "@/lib/shared/ids";
import { lifetimeMinutes } from "@/lib/vocabulary/lifetimes";

/** What the rules look at. */
export type JudgedAccount = {
  status: AccountStatus;
  validation: AccountValidation;
  hasPendingChanges: boolean;
  suspendedAt: Date | null;
};
export type JudgedRecovery = { kind: RecoveryKind; state: RecoveryState; askedBy: AgentId };

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

/** A suspension outlives a freeze: it is lifted by itself, and the account stays frozen. */
export function canReinstate(actor: Actor, { status, suspendedAt }: JudgedAccount): boolean {
  const isSuspended = status === "suspended" || (status === "frozen" && suspendedAt !== null);
  return actor.kind === "admin" && isSuspended;
}

/**
 * F68, docs/decisions/024. A mailbox is lost by the owner of an account that works; one held by somebody else closes it, or finds it closed;
 * only what is frozen is opened again. An account that is suspended is the administrators' business first.
 */
export function canAskRecovery(actor: Actor, { status, suspendedAt }: JudgedAccount, kind: RecoveryKind): boolean {
  const isFrozen = status === "frozen" && suspendedAt === null;
  const isAskable: Record<RecoveryKind, boolean> = {
    lost: status === "active",
    held: status === "active" || isFrozen,
    reopening: isFrozen,
  };
  return isStaff(actor) && isAskable[kind];
}

/** F68: four eyes. Whoever noted the proof never decides, an administrator no more than an agent. */
export function canDecideRecovery(actor: Actor, { state, askedBy }: JudgedRecovery): boolean {
  return isStaff(actor) && state === "asked" && askedBy !== actor.agentId;
}

/** The contrary may also be said until what was decided takes effect. */
export function canRefuseRecovery(actor: Actor, { state, askedBy }: JudgedRecovery): boolean {
  return isStaff(actor) && (state === "asked" || state === "waiting") && askedBy !== actor.agentId;
}

/** Minutes: the time for whoever else says that the account is theirs to object, or to come to the counter. Nobody is above it. */
export const recoveryDelayMinutes = lifetimeMinutes.recovery;
/** Minutes, for a mailbox held by somebody else: they are told, and cannot stop it by themselves, so it runs after the decision. */
export const heldDelayMinutes = lifetimeMinutes.held_mailbox;

/** A mailbox held by somebody else is decided at once: the account closes then, and the days run. */
export function confirmableFrom({ kind, askedAt }: { kind: RecoveryKind; askedAt: Date }): Date {
  return kind === "held" ? askedAt : new Date(askedAt.getTime() + recoveryDelayMinutes * 60_000);
}

/** Whoever decides it. A refusal needs no delay. */
export function isConfirmable(
  recovery: { kind: RecoveryKind; state: RecoveryState; askedAt: Date },
  now: Date,
): boolean {
  return recovery.state === "asked" && confirmableFrom(recovery) <= now;
}
