import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Admin, System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { hashPassword, isPassword } from "@/lib/proofs/password";
import { transact } from "@/lib/kernel/transact";
import { newId, type AgentId, type ServiceId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import type { AgentRole } from "@/lib/vocabulary/roles";
import { assignServices } from "../agents/assign-services";
import { newTotpSecret } from "../access/totp";

type Manager = Admin | System;
export type NewAgent = { email: string; name: string; role: AgentRole; password: string; services: readonly string[] };

/**
 * Adds an agent of the demonstration with a new second factor, or gives a known one this password again: the rest, services and
 * second factor included, stays as the town has it.
 */
export async function registerAgent(actor: Manager, { email, password, name, role, services: slugs }: NewAgent) {
  const fresh = await hashPassword(password);
  return transact(actor, async ({ tx, record }) => {
    const [known] = await tx
      .select({ id: agents.id, passwordHash: agents.passwordHash })
      .from(agents)
      .where(eq(agents.email, email));
    const passwordHash = known && (await isPassword(known.passwordHash, password)) ? known.passwordHash : fresh;
    const agentId = known?.id ?? newId<AgentId>();
    const now = clock.now();
    const factor = { totpSecret: newTotpSecret(), createdAt: now, activatedAt: now };
    const row = { id: agentId, email, name, role, passwordHash, ...factor };
    await tx.insert(agents).values(row).onConflictDoUpdate({ target: agents.email, set: { passwordHash } });
    if (!known) await assignServices(tx, agentId, await servicesOf(tx, slugs));
    await record("agent.registered", agentId, { role });
    return done(agentId);
  });
}

async function servicesOf(tx: Tx, slugs: readonly string[]): Promise<ServiceId[]> {
  const all = await tx.select({ id: services.id, slug: services.slug }).from(services);
  return all.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
}
