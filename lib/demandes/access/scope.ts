import { and, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { demandeGuests, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { GuestHash, ServiceId } from "@/lib/shared/ids";

/**
 * What an actor may reach, as a condition on `demandes`: every query and every lock carries it, so that what is absent and
 * what is somebody else's look alike. A guest key opens what belongs to no account, and what joined one after it was filed.
 */
export function reachableBy(actor: Actor): SQL {
  switch (actor.kind) {
    case "citizen":
    case "anonymous":
      return ownedBy(actor);
    case "agent":
      return filedWith(actor.serviceIds);
    case "organisation_admin":
      return filedWith(actor.organisationServiceIds);
    case "admin":
      return ne(demandes.status, "draft");
    case "system":
      return sql`true`;
  }
}

/** The citizens' side: an account's own; or, for nobody signed in, what their guest key opens. Never both. */
export function ownedBy(actor: Actor): SQL {
  switch (actor.kind) {
    case "citizen":
      return eq(demandes.accountId, actor.accountId);
    case "anonymous":
      if (!actor.guest) return nothing;
      return and(or(isNull(demandes.accountId), isNotNull(demandes.claimedAt)), openedBy(actor.guest)) ?? nothing;
    case "agent":
    case "admin":
    case "organisation_admin":
    case "system":
      return nothing;
  }
}

/** Whether the actor's guest key opens the demande, to select beside its columns in a query that joins. */
export function openedByGuest(actor: Actor): SQL<boolean> {
  const guest = actor.kind === "anonymous" ? actor.guest : null;
  return guest ? openedBy(guest) : sql<boolean>`false`;
}

const nothing = sql`false`;

function filedWith(services: readonly ServiceId[]): SQL {
  return and(inArray(demandes.serviceId, [...services]), ne(demandes.status, "draft")) ?? nothing;
}

/** As a list read once, not a question asked for each row: the planner then goes by the identifiers. */
export function openedBy(guest: GuestHash): SQL<boolean> {
  return sql<boolean>`${demandes.id} = any(array(
    select ${demandeGuests.demandeId} from ${demandeGuests}
    where ${demandeGuests.guestHash} = ${guest} and ${demandeGuests.expiresAt} > ${clock.now().toISOString()}::timestamptz))`;
}
