import type { Actor } from "@/lib/kernel/actor";
import { isStaff } from "@/lib/kernel/staff";
import type { AccountId, ServiceId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { canEdit, canHavePdf, canMove, isClosed, submitsTo } from "./status";

/** What the rules look at. */
export type Judged = {
  status: DemandeStatus;
  accountId: AccountId | null;
  /** When it joined its account after having been filed without. */
  claimedAt: Date | null;
  serviceId: ServiceId;
  /** Whether the guest key of this actor opens it and has not expired. */
  isOpenedByGuest: boolean;
  /** Once set, nothing personal is left: its agents see that it existed, and nobody can do anything with it (F7). */
  anonymisedAt: Date | null;
};

/** With what its démarche says of exchanges. */
export type JudgedThread = Judged & { hasExchanges: boolean };

/** Its account; or, while it belongs to no account, whoever holds a guest key of it. */
export function isOwner(actor: Actor, demande: Judged): boolean {
  if (demande.accountId === null) return holdsKey(actor) && demande.isOpenedByGuest;
  return actor.kind === "citizen" && actor.accountId === demande.accountId;
}

/** Whoever filed it before it joined an account: their key and the links of their letters still let them follow it. */
export function isFollower(actor: Actor, demande: Judged): boolean {
  if (demande.accountId === null || demande.claimedAt === null) return false;
  return holdsKey(actor) && demande.isOpenedByGuest;
}

/** An agent of its service. Drafts are nobody's but their owner's. */
export function isInstructor(actor: Actor, demande: Judged): boolean {
  if (!isStaff(actor)) return false;
  return demande.status !== "draft" && actor.serviceIds.includes(demande.serviceId);
}

/** Administrators read every service's queue, or every queue of their organisation; they decide only in the services that they follow. */
export function canRead(actor: Actor, demande: Judged): boolean {
  if (isOwner(actor, demande) || isFollower(actor, demande) || isInstructor(actor, demande)) return true;
  return demande.status !== "draft" && administers(actor, demande.serviceId);
}

function administers(actor: Actor, serviceId: ServiceId): boolean {
  if (actor.kind === "organisation_admin") return actor.organisationServiceIds.includes(serviceId);
  return actor.kind === "admin";
}

export function canChange(actor: Actor, demande: Judged): boolean {
  return isOwner(actor, demande) && canEdit(demande.status);
}

export function canSubmit(actor: Actor, demande: Judged): boolean {
  return isOwner(actor, demande) && submitsTo(demande.status) !== null;
}

export function canWithdraw(actor: Actor, demande: Judged): boolean {
  return isOwner(actor, demande) && canMove(demande.status, "cancelled", "citizen");
}

/** Only a draft disappears. */
export function canDelete(actor: Actor, demande: Judged): boolean {
  return isOwner(actor, demande) && demande.status === "draft";
}

/** F95: attach to one's account what was begun or filed without one, once the address or the link of its letter is proved. */
export function canClaim(
  actor: Actor,
  demande: Pick<Judged, "accountId" | "anonymisedAt">,
  isProved: boolean,
): boolean {
  return actor.kind === "citizen" && demande.accountId === null && !demande.anonymisedAt && isProved;
}

/** Whether to say that an account may take it: to who filed it without. */
export function canJoinAccount(actor: Actor, demande: Judged): boolean {
  return demande.accountId === null && demande.status !== "draft" && !demande.anonymisedAt && isOwner(actor, demande);
}

/** The way back from an account that is not the applicant's: by who follows it. */
export function canRelease(actor: Actor, demande: Judged): boolean {
  return isFollower(actor, demande) && !demande.anonymisedAt;
}

/** The form while it may change, the PDF otherwise (F49). Agents have the PDF of everything that was filed. */
export function canOpenPdf(actor: Actor, demande: Judged): boolean {
  if (demande.anonymisedAt) return false;
  return isOwner(actor, demande) ? canHavePdf(demande.status) : canRead(actor, demande);
}

export function canReadMessages(actor: Actor, demande: JudgedThread): boolean {
  return demande.hasExchanges && demande.status !== "draft" && !demande.anonymisedAt && canRead(actor, demande);
}

/** Nobody writes any more once the demande is withdrawn or cancelled; after a decision the thread stays open for questions. */
export function canWriteMessage(actor: Actor, demande: JudgedThread): boolean {
  if (!demande.hasExchanges || demande.status === "draft" || demande.status === "cancelled") return false;
  if (demande.anonymisedAt) return false;
  return isOwner(actor, demande) || isInstructor(actor, demande);
}

/** F104: a piece is added while the form may change; the service adds its answer while the demande is open. */
export function canAddAnswerFile(actor: Actor, demande: Judged): boolean {
  return isInstructor(actor, demande) && !isClosed(demande.status);
}

function holdsKey(actor: Actor): boolean {
  return actor.kind === "anonymous" && actor.guest !== null;
}
