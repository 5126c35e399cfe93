import { organisations } from "@/db/schema/organisation";
import { agents } from "@/db/schema/staff";
import type { Actor, Admin, Agent, OrganisationAdmin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type AgentId, type OrganisationId, type SessionId } from "@/lib/shared/ids";

/** For tests: members of staff who exist, and everybody else. */
export async function agent(): Promise<Agent> {
  return { kind: "agent", ...(await staff("agent")) };
}

export async function admin(): Promise<Admin> {
  return { kind: "admin", ...(await staff("admin")) };
}

/** The administrator of an organisation of their own. */
export async function organisationAdmin(): Promise<OrganisationAdmin> {
  const organisationId = newId<OrganisationId>();
  const since = clock.inMinutes(-60 * 24 * 30);
  await database()
    .insert(organisations)
    .values({ id: organisationId, slug: organisationId, name: "CCAS", createdAt: since });
  const who = await staff("admin", organisationId);
  return { kind: "organisation_admin", ...who, organisationId, organisationServiceIds: [] };
}

/** Whoever is no member of staff. `accountId`: of the citizen. */
export function outsiders(accountId: AccountId): Actor[] {
  return [
    { kind: "anonymous", guest: null },
    { kind: "citizen", accountId, sessionId: newId<SessionId>() },
    { kind: "system", job: "essai" },
  ];
}

async function staff(role: "agent" | "admin", organisationId: OrganisationId | null = null) {
  const agentId = newId<AgentId>();
  const since = clock.inMinutes(-60 * 24 * 30);
  const row = { id: agentId, email: `${agentId}@belleval.example`, name: "Agent d’essai", role, organisationId };
  await database()
    .insert(agents)
    .values({ ...row, passwordHash: "", totpSecret: "", createdAt: since, activatedAt: since });
  return { agentId, sessionId: newId<SessionId>(), serviceIds: [] };
}
