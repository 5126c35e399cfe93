import type { Validity } from "../schema";

/** The last day of validity, « 2027-08-31 »; null when unlimited. `today` is the civil day in France. */
export function lastDay(validity: Validity, typed: string | null, today: string): string | null {
  const year = Number(today.slice(0, 4));
  switch (validity) {
    case "unlimited":
      return null;
    case "date":
      return typed;
    case "end_of_year":
      return `${year}-12-31`;
    case "end_of_school_year":
      return `${today.slice(5) <= "08-31" ? year : year + 1}-08-31`;
  }
}
