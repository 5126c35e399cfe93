import { lifetimeDays } from "@/lib/vocabulary/lifetimes";

/** Copies that one account may ask for in 24 hours (docs/numbers.md). */
export const copiesADay = 3;
/** Days that a copy stays. */
export const copyDays = lifetimeDays("data_copy");
