import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { readToken } from "@/lib/accounts/access/tokens";
import { readToWithdraw } from "../steps/demandes-to-withdraw";
import { readDeparture } from "../steps/read-departure";
import { findHold } from "../steps/find-hold";
import type { Departure, DepartureHold, DepartureLink } from "../types";

/** What the actor's own departure would do, before anything is chosen: every request under way goes on. */
export async function getDeparture(actor: Citizen): Promise<Departure> {
  const departure = await readDeparture(actor.accountId, new Set());
  if (!departure) throw new NotFound();
  return departure;
}

/** What the actor would be told by « Recevoir le lien »: said before the press. */
export async function findOwnHold(actor: Citizen): Promise<DepartureHold | null> {
  return findHold(database(), actor.accountId);
}

/** What the link of the e-mail would do, with what was chosen when it was asked for. Reading consumes nothing. */
export async function findDeparture(jeton: string): Promise<DepartureLink> {
  const link = await readToken(jeton, "account_deletion");
  if (link.state !== "valid") return link;
  const departure = await readDeparture(link.token.accountId, readToWithdraw(link.token.payload));
  return departure ? { state: "valid", departure } : { state: "unknown" };
}
