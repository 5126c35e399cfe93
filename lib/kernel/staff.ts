import type { Actor, Admin, Agent } from "./actor";
import { NotFound } from "./errors";

/** Whoever works for the town, whatever their services. */
export function isStaff(actor: Actor): actor is Agent | Admin {
  return actor.kind === "agent" || actor.kind === "admin";
}

/** Throws NotFound to anybody else: to a citizen, the pages of the agents do not exist. */
export function requireStaff(actor: Actor): Agent | Admin {
  if (!isStaff(actor)) throw new NotFound();
  return actor;
}
