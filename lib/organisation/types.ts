import type { AgentId, ServiceId, SessionId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";

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
