import { eq } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Admin, System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact } from "@/lib/kernel/transact";
import { newId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";

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

/** Adds an organisation of the demonstration; `slug` is what tells it (F2). One that is there stays as the town has it. */
export async function addMissingOrganisation(actor: Manager, organisation: NewOrganisation) {
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
export async function addMissingService(actor: Manager, { slug, organisation, ...card }: NewService) {
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
