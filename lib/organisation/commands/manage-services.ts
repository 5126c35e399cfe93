import { eq } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Actor, Manager } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import type { Tx } from "@/lib/kernel/database";
import { changedSince } from "@/lib/kernel/seen-version";
import { isManager } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { newId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { serviceShown } from "../services/card-versions";
import { freeSlug } from "../services/free-slug";
import { isOpenOrganisation, lockService } from "../services/lock-service";
import { canManageServices } from "../policy";
import type { AddService, ChangeService } from "../schema/services";

/**
 * Opens a service of an organisation. Administrators only, that of an organisation in theirs. Refuses `unknown_organisation` (closed, or not
 * theirs), `known_as_taken` when another service has the name of the catalogue. Gives its identifier.
 */
export async function addService(actor: Actor, { knownAs, ...card }: AddService) {
  return transact(actor, async ({ tx, record }) => {
    if (!isManager(actor)) throw new NotFound();
    if (!(await isWithinReach(tx, actor, card.organisationId))) return refuse("unknown_organisation");
    const slug = await slugFor(tx, actor, card.name, knownAs);
    const [added] = await tx
      .insert(services)
      .values({ id: newId<ServiceId>(), slug, ...card, createdAt: clock.now() })
      .onConflictDoNothing({ target: services.slug })
      .returning({ id: services.id });
    if (!added) return refuse("known_as_taken");
    await record("service.settled", added.id);
    return done(added.id);
  });
}

/**
 * Renames a service, or changes what is printed of it on the récépissés. Administrators only, that of an organisation in
 * theirs. Refuses `unknown_organisation`, to which they cannot give it. `seen`: the
 * version that was read; refuses `changed_meanwhile`.
 */
export async function changeService(actor: Actor, { serviceId, ...card }: ChangeService, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    const before = await lockService(tx, actor, serviceId);
    const changed = changedSince(seen, serviceShown(before));
    if (changed) return changed;
    const isMoved = card.organisationId !== before.organisationId;
    if (isMoved && !(await isWithinReach(tx, actor, card.organisationId))) return refuse("unknown_organisation");
    await tx.update(services).set(card).where(eq(services.id, serviceId));
    await record("service.changed", serviceId);
    return done(serviceId);
  });
}

/**
 * Opens a closed service again, without agents nor démarches: what was handed over stays where it went. Administrators only, that of an
 * organisation in theirs. Refuses `not_closed`, `unknown_organisation` (its own is closed).
 */
export async function reopenService(actor: Actor, { serviceId }: { serviceId: ServiceId }) {
  return transact(actor, async ({ tx, record }) => {
    const { closedAt, organisationId } = await lockService(tx, actor, serviceId);
    if (!closedAt) return refuse("not_closed");
    if (!(await isOpenOrganisation(tx, organisationId))) return refuse("unknown_organisation");
    await tx.update(services).set({ closedAt: null, heirId: null }).where(eq(services.id, serviceId));
    await record("service.reopened", serviceId);
    return done(serviceId);
  });
}

/** Whether services may be given to this organisation by this actor: it is open, and theirs to manage. */
async function isWithinReach(tx: Tx, actor: Actor, organisationId: OrganisationId): Promise<boolean> {
  return canManageServices(actor, organisationId) && (await isOpenOrganisation(tx, organisationId));
}

/**
 * What the démarches that ship find a service by is the portal's to give: else whoever first calls a service « État civil » would receive what
 * is published for the town's. A service that an organisation opens itself has its name in front.
 */
async function slugFor(tx: Tx, actor: Manager, name: string, knownAs: string): Promise<string> {
  if (actor.kind === "admin") return knownAs || freeSlug(tx, services, name);
  const isOwn = eq(organisations.id, actor.organisationId);
  const [own] = await tx.select({ slug: organisations.slug }).from(organisations).where(isOwn);
  return freeSlug(tx, services, `${own?.slug ?? ""} ${name}`);
}
