import type { AgentSetupPurpose } from "@/db/schema/staff";
import type { AgentId, ServiceId, SessionId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";
import type { DeadLink } from "@/lib/vocabulary/tokens";

/** An agent's session, as it is read at each request: rights are never kept in the cookie. */
export type AgentSession = {
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

/** One line of /admin/agents. */
export type AgentLine = {
  id: AgentId;
  name: string;
  email: string;
  role: AgentRole;
  state: AgentState;
  services: readonly string[];
  lastSeenAt: Date | null;
};

/** One agent as an administrator reads them. */
export type AgentCard = Omit<AgentLine, "services"> & {
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
  can: { change: boolean; remove: boolean; reinstate: boolean; renewSecondFactor: boolean; endSessions: boolean };
};

/** What an agent reads of their own account. */
export type OwnAgent = {
  name: string;
  email: string;
  role: AgentRole;
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
