import type { Actor, ActorKind, Manager, Staff } from "./actor";
import { NotFound } from "./errors";

const works: Record<ActorKind, boolean> = {
  anonymous: false,
  citizen: false,
  agent: true,
  admin: true,
  organisation_admin: true,
  system: false,
};

/** Whoever works for the town, whatever their services. */
export function isStaff(actor: Actor): actor is Staff {
  return works[actor.kind];
}

/** Throws NotFound to anybody else: to a citizen, the pages of the agents do not exist. */
export function requireStaff(actor: Actor): Staff {
  if (!isStaff(actor)) throw new NotFound();
  return actor;
}

/** Whoever manages services and agents: of the portal or of one organisation. What they reach is each query's and each command's to say. */
export function isManager(actor: Actor): actor is Manager {
  return actor.kind === "admin" || actor.kind === "organisation_admin";
}
