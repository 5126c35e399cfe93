import type { AgentSetupPurpose } from "@/db/schema/staff";
import type { AgentId, OrganisationId, ServiceId, SessionId } from "@/lib/shared/ids";
import { agentRoleLabels, type AgentRole } from "@/lib/vocabulary/roles";
import type { DeadLink } from "@/lib/vocabulary/tokens";

/** An agent's session, as it is read at each request: rights are never kept in the cookie. */
export type AgentSession = {
  /** Of an administrator of one organisation alone: its services, and those closed ones that they took over. */
  organisation: { id: OrganisationId; name: string; serviceIds: readonly ServiceId[] } | null;
  sessionId: SessionId;
  agentId: AgentId;
  name: string;
  role: AgentRole;
  serviceIds: readonly ServiceId[];
  serviceNames: readonly string[];
  hasSecondFactor: boolean;
  lastSeenAt: Date;
  idleExpiresAt: Date;
  expiresAt: Date;
};

export type AgentState = "invited" | "active" | "removed";
export const agentStateLabels: Record<AgentState, string> = { invited: "Invité", active: "Actif", removed: "Retiré" };

/** An agent, an administrator of the portal, or that of one organisation, by its identifier: one answer of a form, and one value of a card. */
export type WantedRole = AgentRole | OrganisationId;
/** What a form offers: administrator of the portal, of these organisations. */
export type GivenRoles = { isOfPortal: boolean; organisations: readonly { id: OrganisationId; name: string }[] };
export type RoleFacts = { role: AgentRole; organisationId: OrganisationId | null };

/** Whether it is the answer « agent » or « administrator of the portal », and not an organisation. */
export function isPlainRole(role: WantedRole): role is AgentRole {
  return role === "agent" || role === "admin";
}

export const wantedRoleOf = ({ role, organisationId }: RoleFacts): WantedRole => organisationId ?? role;

/** « Administrateur du portail », « Administrateur, CCAS ». `organisation`: its name; null for the portal's. */
export function sayRole({ role, organisation }: { role: AgentRole; organisation: string | null }): string {
  if (role === "agent") return agentRoleLabels.agent;
  return organisation === null ? `${agentRoleLabels.admin} du portail` : `${agentRoleLabels.admin}, ${organisation}`;
}

/** One line of /admin/agents. */
export type AgentLine = {
  id: AgentId;
  name: string;
  email: string;
  role: AgentRole;
  /** Whose administrator, by name; null for the portal's and for agents. */
  organisation: string | null;
  state: AgentState;
  services: readonly string[];
  lastSeenAt: Date | null;
};

/** One agent as an administrator reads them. */
export type AgentCard = Omit<AgentLine, "services"> & {
  wantedRole: WantedRole;
  serviceIds: readonly ServiceId[];
  serviceNames: readonly string[];
  createdAt: Date;
  activatedAt: Date | null;
  removedAt: Date | null;
  /** The link that waits, if one does. */
  link: { purpose: AgentSetupPurpose; expiresAt: Date } | null;
  /** Who last gave the access; null where the portal does not know. */
  lastAccess: { by: string; at: Date } | null;
  openSessions: number;
  codesLeft: number;
  /** Of what its form shows (`card-version`). */
  version: string;
  /** False where the reader, of one organisation, may only read: it works for another one too, or is the portal's. */
  isManaged: boolean;
  can: { change: boolean; remove: boolean; reinstate: boolean; renewSecondFactor: boolean; endSessions: boolean };
};

/** What an agent reads of their own account. */
export type OwnAgent = {
  name: string;
  email: string;
  role: AgentRole;
  organisation: string | null;
  serviceNames: readonly string[];
  codesLeft: number;
  sessions: readonly { id: SessionId; device: string; createdAt: Date; lastSeenAt: Date; isCurrent: boolean }[];
};

/** What the link of an invitation shows. `setup`: the secret to copy in the application, as text and as address of the QR code. */
export type Invitation = {
  email: string;
  name: string;
  purpose: AgentSetupPurpose;
  hasPassword: boolean;
  /** Null for a browser that has not begun. */
  setup: SecondFactorProposal | null;
};
export type SecondFactorProposal = { secret: string; uri: string; demonstrationCode: string | null };
export type InvitationAnswer = { state: "valid"; invitation: Invitation } | { state: DeadLink };

/** The link that makes a browser known. */
export type BrowserLink = { state: "valid"; email: string } | { state: DeadLink };
