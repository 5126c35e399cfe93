import { and, asc, eq, or } from "drizzle-orm";
import { demandeEvents } from "@/db/schema/demandes";
import type { Reader } from "@/lib/kernel/database";
import { isoDay } from "@/lib/shared/dates";
import type { DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { Counting } from "../rules/delays";

export type Move = { from: DemandeStatus; to: DemandeStatus; at: Date };

/** What the delays of a demande count from, by its history. `at`: the reception of what was still awaited. */
export async function countingOf(reader: Reader, id: DemandeId, filedAt: Date, at?: Date): Promise<Counting> {
  const moves = await reader
    .select({ from: demandeEvents.fromStatus, to: demandeEvents.toStatus, at: demandeEvents.at })
    .from(demandeEvents)
    .where(
      and(
        eq(demandeEvents.demandeId, id),
        or(eq(demandeEvents.fromStatus, "incomplete"), eq(demandeEvents.toStatus, "incomplete")),
      ),
    )
    .orderBy(asc(demandeEvents.id));
  return countingFrom(filedAt, moves, at);
}

/**
 * What delays count from, by the moves into « incomplete » and out of it, in their order. What was missing is there once its author sent it,
 * or an agent has it on paper; a day begun is a day waited.
 */
export function countingFrom(filedAt: Date, moves: readonly Move[], at?: Date): Counting {
  const counting = { from: filedAt, filedAt, waitedDays: 0 };
  let since: Date | null = null;
  for (const move of moves) {
    if (move.to === "incomplete") since = move.at;
    else if (since) {
      counting.waitedDays += daysBetween(since, move.at);
      since = null;
      if (move.to === "rectified" || move.to === "complete") counting.from = move.at;
    }
  }
  if (!since || !at) return counting;
  return { ...counting, from: at, waitedDays: counting.waitedDays + daysBetween(since, at) };
}

function daysBetween(since: Date, until: Date): number {
  return Math.round((Date.parse(isoDay(until)) - Date.parse(isoDay(since))) / (24 * 3_600_000));
}
