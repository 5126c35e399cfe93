import { lifetimeDays } from "@/lib/vocabulary/lifetimes";

/** Days (docs/numbers.md): an account that nobody used is erased after two years, after two notices. */
export const idleLimits = {
  days: lifetimeDays("idle_account"),
  /** Before the day of the deletion: the first notice, then the second. */
  noticeDays: [30, 14],
} as const;

/** Demandes, or accounts, handled in one transaction or read at once. */
export const batch = 50;

/** Days: what is counted of an anonymised demande, or of a deleted account, is erased after five years. */
export const statisticsDays = 5 * 365;
