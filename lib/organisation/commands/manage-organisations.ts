import { and, eq, isNull } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import { agents } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { newId, type OrganisationId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { organisationShown } from "../services/card-versions";
import { freeSlug } from "../services/free-slug";
import { canManageOrganisations } from "../policy";
import type { AddOrganisation, ChangeOrganisation } from "../schema/services";

/** Adds a body that answers on the portal (F2). Administrators of the portal only. Gives its identifier. */
export async function addOrganisation(actor: Actor, card: AddOrganisation) {
  return transact(actor, async ({ tx, record }) => {
    if (!canManageOrganisations(actor)) throw new NotFound();
    const id = newId<OrganisationId>();
    const slug = await freeSlug(tx, organisations, card.name);
    await tx.insert(organisations).values({ id, slug, ...card, createdAt: clock.now() });
    await record("organisation.settled", id);
    return done(id);
  });
}

/**
 * Renames a body, or says anew what it deals with. Administrators of the portal only. `seen`: the version that was read; refuses
 * `changed_meanwhile`.
 */
export async function changeOrganisation(actor: Actor, { organisationId, ...card }: ChangeOrganisation, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    const before = await lockOrganisation(tx, actor, organisationId);
    const changed = changedSince(seen, organisationShown(before));
    if (changed) return changed;
    await tx.update(organisations).set(card).where(eq(organisations.id, organisationId));
    await record("organisation.changed", organisationId);
    return done(organisationId);
  });
}

/**
 * Closes a body: no page names it any more. Administrators of the portal only. Refuses `has_services` while one of its
 * services is open, `has_admins` while it has administrators, invited or at work; `already_closed`.
 */
export async function closeOrganisation(actor: Actor, { organisationId }: { organisationId: OrganisationId }) {
  return transact(actor, async ({ tx, record }) => {
    const { closedAt } = await lockOrganisation(tx, actor, organisationId);
    if (closedAt) return refuse("already_closed");
    const open = await tx
      .select({ id: services.id })
      .from(services)
      .where(and(eq(services.organisationId, organisationId), isNull(services.closedAt)))
      .limit(1);
    if (open.length > 0) return refuse("has_services");
    const theirs = await tx
      .select({ id: agents.id })
      .from(agents)
      .where(and(eq(agents.organisationId, organisationId), isNull(agents.removedAt)))
      .limit(1);
    if (theirs.length > 0) return refuse("has_admins");
    await tx.update(organisations).set({ closedAt: clock.now() }).where(eq(organisations.id, organisationId));
    await record("organisation.closed", organisationId);
    return done(organisationId);
  });
}

/** Opens a closed body again. Administrators of the portal only. Refuses `not_closed`. */
export async function reopenOrganisation(actor: Actor, { organisationId }: { organisationId: OrganisationId }) {
  return transact(actor, async ({ tx, record }) => {
    const { closedAt } = await lockOrganisation(tx, actor, organisationId);
    if (!closedAt) return refuse("not_closed");
    await tx.update(organisations).set({ closedAt: null }).where(eq(organisations.id, organisationId));
    await record("organisation.reopened", organisationId);
    return done(organisationId);
  });
}

/** Held until the end: a service that joins it waits, and one that is closing too. */
async function lockOrganisation(tx: Tx, actor: Actor, organisationId: OrganisationId) {
  if (!canManageOrganisations(actor)) throw new NotFound();
  const [row] = await tx
    .select({
      closedAt: organisations.closedAt,
      name: organisations.name,
      role: organisations.role,
      website: organisations.website,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("update");
  if (!row) throw new NotFound();
  return row;
}
