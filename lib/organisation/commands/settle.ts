import { eq } from "drizzle-orm";
import { agents, organisations, services } from "@/db/schema/organisation";
import type { Admin, System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { hashPassword, isPassword } from "@/lib/kernel/password";
import { transact } from "@/lib/kernel/transact";
import { newId, type AgentId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import type { AgentRole } from "@/lib/vocabulary/roles";
import { assignServices } from "../assign-services";
import { newTotpSecret } from "../totp";

type Manager = Admin | System;
export type NewOrganisation = { slug: string; name: string };
export type NewService = {
  slug: string;
  organisation: string;
  name: string;
  address: string;
  phone: string;
  email: string;
};
export type NewAgent = { email: string; name: string; role: AgentRole; password: string; services: readonly string[] };

/** Adds an organisation, or renames it; `slug` is what tells it (F2). */
export async function settleOrganisation(actor: Manager, { slug, name }: NewOrganisation) {
  return transact(actor, async ({ tx, record }) => {
    const [row] = await tx
      .insert(organisations)
      .values({ id: newId<OrganisationId>(), slug, name, createdAt: clock.now() })
      .onConflictDoUpdate({ target: organisations.slug, set: { name } })
      .returning({ id: organisations.id });
    if (!row) throw new Error("no organisation was written");
    await record("organisation.settled", row.id);
    return done(row.id);
  });
}

/** Adds a service of an organisation already settled (by its slug), or brings its card up to date. */
export async function settleService(actor: Manager, { slug, organisation, ...card }: NewService) {
  return transact(actor, async ({ tx, record }) => {
    const [owner] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, organisation));
    if (!owner) throw new Error(`no organisation is called ${organisation}`);
    const [row] = await tx
      .insert(services)
      .values({ id: newId<ServiceId>(), slug, organisationId: owner.id, ...card, createdAt: clock.now() })
      .onConflictDoUpdate({ target: services.slug, set: { organisationId: owner.id, ...card } })
      .returning({ id: services.id });
    if (!row) throw new Error("no service was written");
    await record("service.settled", row.id);
    return done(row.id);
  });
}

/**
 * Adds an agent with a new second factor, or gives a known one this password and these services again.
 * The second factor of a known agent is left as it is.
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
    await tx.insert(agents).values(row).onConflictDoUpdate({ target: agents.email, set: { name, role, passwordHash } });
    await assignServices(tx, agentId, await servicesOf(tx, slugs));
    await record("agent.registered", agentId, { role });
    return done(agentId);
  });
}

async function servicesOf(tx: Tx, slugs: readonly string[]): Promise<ServiceId[]> {
  const all = await tx.select({ id: services.id, slug: services.slug }).from(services);
  return all.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
}
