import type { Actor, Admin } from "@/lib/kernel/actor";

/** Organisations and services are the administrators'. */
export function canManageServices(actor: Actor): actor is Admin {
  return actor.kind === "admin";
}
