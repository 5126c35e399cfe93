import { eq, type SQL } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Manager } from "@/lib/kernel/actor";

/** The services that an administrator manages, as a condition on `services`: all, or those of their organisation. */
export function servicesWithin(actor: Manager): SQL | undefined {
  return actor.kind === "admin" ? undefined : eq(services.organisationId, actor.organisationId);
}

/** The organisations whose services an administrator manages, as a condition on `organisations`. */
export function organisationsWithin(actor: Manager): SQL | undefined {
  return actor.kind === "admin" ? undefined : eq(organisations.id, actor.organisationId);
}
