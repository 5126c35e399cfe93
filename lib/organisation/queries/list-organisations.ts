import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agents, agentServices } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import type { Admin, Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import { organisationVersion, serviceVersion } from "../services/card-versions";
import { organisationsWithin, servicesWithin } from "../services/services-within";
import type { OrganisationCard, OrganisationLine, ServiceCard } from "../types";

const organisationColumns = {
  id: organisations.id,
  name: organisations.name,
  role: organisations.role,
  website: organisations.website,
  closedAt: organisations.closedAt,
};

/** Every organisation that the reader manages services of, with these, closed ones last. A town has some dozens of services: one page holds them. */
export async function listOrganisations(actor: Manager): Promise<OrganisationLine[]> {
  const [bodies, served, followers] = await Promise.all([
    database().select(organisationColumns).from(organisations).where(organisationsWithin(actor)),
    database().select(serviceColumns).from(services).where(servicesWithin(actor)),
    activeFollowers(),
  ]);
  const lines = bodies.map((body) => ({
    ...body,
    services: inFrenchOrder(
      served
        .filter(({ organisationId }) => organisationId === body.id)
        .map((service) => ({
          ...service,
          agents: followers.filter(({ serviceId }) => serviceId === service.id).length,
        })),
      ({ closedAt }) => (closedAt ? 1 : 0),
      ({ name }) => name,
    ),
  }));
  return inFrenchOrder(
    lines,
    ({ closedAt }) => (closedAt ? 1 : 0),
    ({ name }) => name,
  );
}

/** One organisation; throws NotFound. */
export async function getOrganisation(_actor: Admin, organisationId: OrganisationId): Promise<OrganisationCard> {
  const [[row], open] = await Promise.all([
    database().select(organisationColumns).from(organisations).where(eq(organisations.id, organisationId)),
    database()
      .select({ closedAt: services.closedAt })
      .from(services)
      .where(eq(services.organisationId, organisationId)),
  ]);
  if (!row) throw new NotFound();
  const openServices = open.filter(({ closedAt }) => !closedAt).length;
  return { ...row, openServices, version: organisationVersion(row) };
}

const serviceColumns = {
  id: services.id,
  slug: services.slug,
  organisationId: services.organisationId,
  name: services.name,
  address: services.address,
  phone: services.phone,
  email: services.email,
  hours: services.hours,
  closedAt: services.closedAt,
};

const heirs = alias(services, "heirs");

/** One service that the reader manages, and the agents at work who follow it; throws NotFound. */
export async function getService(actor: Manager, serviceId: ServiceId): Promise<ServiceCard> {
  const [[row], followers] = await Promise.all([
    database()
      .select({ ...serviceColumns, organisation: organisations.name, heir: heirs.name })
      .from(services)
      .leftJoin(heirs, eq(heirs.id, services.heirId))
      .innerJoin(organisations, eq(organisations.id, services.organisationId))
      .where(and(eq(services.id, serviceId), servicesWithin(actor))),
    activeFollowers(serviceId),
  ]);
  if (!row) throw new NotFound();
  const names = followers.map(({ agentId, name }) => ({ id: agentId, name }));
  return { ...row, agents: inFrenchOrder(names, ({ name }) => name), version: serviceVersion(row) };
}

function activeFollowers(serviceId?: ServiceId) {
  return database()
    .select({ serviceId: agentServices.serviceId, agentId: agents.id, name: agents.name })
    .from(agentServices)
    .innerJoin(agents, and(eq(agents.id, agentServices.agentId), eq(agents.isActive, true)))
    .where(serviceId ? eq(agentServices.serviceId, serviceId) : undefined);
}

/** The open organisations that an administrator may be named for by this one, by name. */
export async function listOpenOrganisations(actor: Manager): Promise<{ id: OrganisationId; name: string }[]> {
  const found = await database()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(isNull(organisations.closedAt), organisationsWithin(actor)));
  return inFrenchOrder(found, ({ name }) => name);
}
