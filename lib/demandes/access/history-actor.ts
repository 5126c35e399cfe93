import type { HistoryActor } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";

/** As whom an actor stands in the history of a demande, and so how it is told to them. */
export function historyActor(actor: Actor): HistoryActor {
  switch (actor.kind) {
    case "anonymous":
    case "citizen":
      return "citizen";
    case "agent":
    case "admin":
    case "organisation_admin":
      return "agent";
    case "system":
      return "system";
  }
}
