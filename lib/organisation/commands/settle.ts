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
export type NewOrganisation = { slug: string; name: string; role?: string; website?: string };
export type NewService = {
  slug: string;
  organisation: string;
  name: string;
  address: string;
  phone: string;
  email: string;
  hours?: string;
};
export type NewAgent = { email: string; name: string; role: AgentRole; password: string; services: readonly string[] };

/** Adds an organisation of the demonstration; `slug` is what tells it (F2). One that is there stays as the town has it. */
export async function settleOrganisation(actor: Manager, organisation: NewOrganisation) {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const [row] = await tx
      .insert(organisations)
      .values({ id: newId<OrganisationId>(), ...organisation, createdAt: clock.now() })
      .onConflictDoNothing({ target: organisations.slug })
      .returning({ id: organisations.id });
    if (row) await record("organisation.settled", row.id);
    else unrecorded("the town has this organisation already");
    return done(null);
  });
}

/** Adds a service of an organisation already settled (by its slug). One that is there stays as the town has it. Gives its identifier. */
export async function settleService(actor: Manager, { slug, organisation, ...card }: NewService) {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const [known] = await tx.select({ id: services.id }).from(services).where(eq(services.slug, slug));
    if (known) {
      unrecorded("the town has this service already");
      return done(known.id);
    }
    const [owner] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, organisation));
    if (!owner) throw new Error(`no organisation is called ${organisation}`);
    const [row] = await tx
      .insert(services)
      .values({ id: newId<ServiceId>(), slug, organisationId: owner.id, ...card, createdAt: clock.now() })
      .returning({ id: services.id });
    if (!row) throw new Error("no service was written");
    await record("service.settled", row.id);
    return done(row.id);
  });
}

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
