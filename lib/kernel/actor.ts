import type { AccountId, AgentId, GuestHash, OrganisationId, ServiceId, SessionId } from "@/lib/shared/ids";

/** Who acts: the first argument of every command and every query. */
export type Anonymous = { kind: "anonymous"; guest: GuestHash | null };
/** Never a guest key beside: what this browser opened without account is not the account's. */
export type Citizen = { kind: "citizen"; accountId: AccountId; sessionId: SessionId };
export type Agent = { kind: "agent"; agentId: AgentId; sessionId: SessionId; serviceIds: readonly ServiceId[] };
/** Administrators of the portal manage it whole; they read every service's queue. */
export type Admin = { kind: "admin"; agentId: AgentId; sessionId: SessionId; serviceIds: readonly ServiceId[] };
/**
 * Administrators of one organisation (decision 047): they manage its services and its agents, and read there alone. `organisationServiceIds`:
 * its services, closed ones and those that one of its own took over included. `serviceIds`: those that they follow, among these.
 */
export type OrganisationAdmin = {
  kind: "organisation_admin";
  agentId: AgentId;
  sessionId: SessionId;
  serviceIds: readonly ServiceId[];
  organisationId: OrganisationId;
  organisationServiceIds: readonly ServiceId[];
};
/** Whoever manages services and agents: every organisation's, or their own. */
export type Manager = Admin | OrganisationAdmin;
/** Whoever works for the town. */
export type Staff = Agent | Manager;
/** The worker, for a job named `job`. */
export type System = { kind: "system"; job: string };

export type Actor = Anonymous | Citizen | Agent | Admin | OrganisationAdmin | System;
/** Whatever depends on it is a switch or a record of every kind: one kind more does not compile until each says what it does. */
export type ActorKind = Actor["kind"];

export const anonymous: Anonymous = { kind: "anonymous", guest: null };

/** The identifier that the journal keeps: an account, an agent, or nothing. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "citizen":
      return actor.accountId;
    case "agent":
    case "admin":
    case "organisation_admin":
      return actor.agentId;
    case "anonymous":
    case "system":
      return null;
  }
}
