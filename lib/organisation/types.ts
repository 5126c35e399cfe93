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

/** What the récépissé prints (CRPA, art. R. 112-5). */
export type ServiceCard = {
  id: ServiceId;
  slug: string;
  name: string;
  organisation: string;
  address: string;
  phone: string;
  email: string;
};
