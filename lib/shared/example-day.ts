import { addDays, addMonths, daysBetween } from "./calendar";

/** Whose day it is the example of: a birth, or something to come; what happened is told by an adult's. */
export type ExampleOf = "adult" | "child" | "future";
/** What is accepted, both included, written « 2027-03-28 ». */
export type ExampleBounds = { earliest?: string; latest?: string };

/**
 * A day that a form may show as an example, as it is typed in three boxes: « 31 3 1980 ». It suits whom it is asked of, lies within
 * what is accepted, and moves with the year: an example written once for all ends up refused.
 */
export function exampleDay(today: string, of: ExampleOf, { earliest, latest }: ExampleBounds = {}): string {
  const usual = usualDay(Number(today.slice(0, 4)), of);
  const isAccepted = (!earliest || usual >= earliest) && (!latest || usual <= latest);
  const [year, month, day] = (isAccepted ? usual : within(earliest, latest)).split("-").map(Number);
  return `${day} ${month} ${year}`;
}

function usualDay(year: number, of: ExampleOf): string {
  switch (of) {
    case "adult":
      return `${year - 46}-03-31`;
    case "child":
      return `${year - 6}-03-31`;
    case "future":
      return `${year + 1}-03-28`;
  }
}

/** In the middle of what is accepted, or a month inside its only bound. */
function within(earliest: string | undefined, latest: string | undefined): string {
  if (earliest && latest) return addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2));
  if (earliest) return addMonths(earliest, 1);
  return addMonths(latest ?? "", -1);
}
