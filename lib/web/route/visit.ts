import { randomInt, randomUUID } from "node:crypto";
import { isDatabaseAway } from "@/lib/kernel/database-away";
import type { Failure } from "@/lib/shared/failure";

/**
 * Request header by which the front (server/) names a visit to the application. The front writes over what a client sends,
 * and where there is no front no visit is open: a name that was not given by this process opens nothing.
 */
export const visitHeader = "x-parvis-visit";

/** Seconds after which what the database made fail is worth asking again. */
export const awaySeconds = 30;

/** One request for a page, seen by both sides of the door. */
export type Visit = {
  number: string | null;
  isDatabaseAway: boolean;
  /** An action of ours began: what fails from then on is not the fault of what was sent. */
  hasActed: boolean;
  /** Set by the front when it asks for the page of a failure. */
  failure: Failure | null;
};

type HeaderReader = { get(name: string): string | null };

const slot = globalThis as { parvisVisits?: Map<string, Visit> };

function visits(): Map<string, Visit> {
  return (slot.parvisVisits ??= new Map<string, Visit>());
}

/** Opens a visit until `close`. `failure`: the page to show, for a visit that the front makes by itself. */
export function openVisit(failure: Failure | null = null): { id: string; visit: Visit; close: () => void } {
  const id = randomUUID();
  const visit: Visit = { number: null, isDatabaseAway: false, hasActed: false, failure };
  visits().set(id, visit);
  return { id, visit, close: () => void visits().delete(id) };
}

/** The open visit that these headers name, if any. */
export function findVisit(headers: HeaderReader): Visit | null {
  return visits().get(headers.get(visitHeader) ?? "") ?? null;
}

/** An action of ours begins, for the visit of these headers. */
export function noteAct(headers: HeaderReader): void {
  const visit = findVisit(headers);
  if (visit) visit.hasActed = true;
}

/** What failed, noted on its visit. Gives the number of its lines in the log: one a visit, nine digits. */
export function noteFailure(visit: Visit, error: unknown): string {
  if (isDatabaseAway(error)) visit.isDatabaseAway = true;
  return (visit.number ??= newNumber());
}

/** A number that a person may quote, and that stands in one place of the log. */
export function newNumber(): string {
  return String(randomInt(100_000_000, 1_000_000_000));
}
