import type { Actor, Admin, Manager } from "@/lib/kernel/actor";
import { isManager } from "@/lib/kernel/staff";
import type { OrganisationId } from "@/lib/shared/ids";

/** Organisations are the portal's: their names stand in the footer and the legal notice. */
export function canManageOrganisations(actor: Actor): actor is Admin {
  return actor.kind === "admin";
}

/** The services of an organisation are the portal's administrators' and its own (decision 047). */
export function canManageServices(actor: Actor, organisationId: OrganisationId): actor is Manager {
  if (!isManager(actor)) return false;
  return actor.kind === "admin" || actor.organisationId === organisationId;
}
