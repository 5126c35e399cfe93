import { agents } from "@/db/schema/staff";
import type { Actor, Admin, Agent } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type AgentId, type SessionId } from "@/lib/shared/ids";

/** For tests: members of staff who exist, and everybody else. */
export async function agent(): Promise<Agent> {
  return { kind: "agent", ...(await staff("agent")) };
}

export async function admin(): Promise<Admin> {
  return { kind: "admin", ...(await staff("admin")) };
}

/** Whoever is no member of staff. `accountId`: of the citizen. */
export function outsiders(accountId: AccountId): Actor[] {
  return [
    { kind: "anonymous", guest: null },
    { kind: "citizen", accountId, sessionId: newId<SessionId>() },
    { kind: "system", job: "essai" },
  ];
}

async function staff(role: "agent" | "admin") {
  const agentId = newId<AgentId>();
  const since = clock.inMinutes(-60 * 24 * 30);
  const row = { id: agentId, email: `${agentId}@belleval.example`, name: "Agent d’essai", role };
  await database()
    .insert(agents)
    .values({ ...row, passwordHash: "", totpSecret: "", createdAt: since, activatedAt: since });
  return { agentId, sessionId: newId<SessionId>(), serviceIds: [] };
}
