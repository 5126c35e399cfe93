import { eq } from "drizzle-orm";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { newId, type ServiceId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { serviceShown } from "../services/card-versions";
import { freeSlug } from "../services/free-slug";
import { isOpenOrganisation, lockService } from "../services/lock-service";
import { canManageServices } from "../policy";
import type { AddService, ChangeService } from "../schema/services";

/**
 * Opens a service of an organisation. Administrators only. Refuses `unknown_organisation` (or a closed one), `known_as_taken` when
 * another service has the name of the catalogue. Gives its identifier.
 */
export async function addService(actor: Actor, { knownAs, ...card }: AddService) {
  return transact(actor, async ({ tx, record }) => {
    if (!canManageServices(actor)) throw new NotFound();
    if (!(await isOpenOrganisation(tx, card.organisationId))) return refuse("unknown_organisation");
    const slug = knownAs || (await freeSlug(tx, services, card.name));
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
 * Renames a service, or changes what is printed of it on the récépissés. Administrators only. Refuses `unknown_organisation`. `seen`: the
 * version that was read; refuses `changed_meanwhile`.
 */
export async function changeService(actor: Actor, { serviceId, ...card }: ChangeService, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    const before = await lockService(tx, actor, serviceId);
    const changed = changedSince(seen, serviceShown(before));
    if (changed) return changed;
    const isMoved = card.organisationId !== before.organisationId;
    if (isMoved && !(await isOpenOrganisation(tx, card.organisationId))) return refuse("unknown_organisation");
    await tx.update(services).set(card).where(eq(services.id, serviceId));
    await record("service.changed", serviceId);
    return done(serviceId);
  });
}

/**
 * Opens a closed service again, without agents nor démarches: what was handed over stays where it went. Administrators only. Refuses
 * `not_closed`, `unknown_organisation` (its own is closed).
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
