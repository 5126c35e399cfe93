import type { Actor, ActorKind, Admin, Agent } from "./actor";
import { NotFound } from "./errors";

const works: Record<ActorKind, boolean> = { anonymous: false, citizen: false, agent: true, admin: true, system: false };

/** Whoever works for the town, whatever their services. */
export function isStaff(actor: Actor): actor is Agent | Admin {
  return works[actor.kind];
}

/** Throws NotFound to anybody else: to a citizen, the pages of the agents do not exist. */
export function requireStaff(actor: Actor): Agent | Admin {
  if (!isStaff(actor)) throw new NotFound();
  return actor;
}
