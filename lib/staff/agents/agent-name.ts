import { readName } from "@/lib/shared/person-name";
import { done, refuse, type Result } from "@/lib/shared/result";
import { missingName } from "../schema";

/**
 * The name of an agent as a form posts it. One that is what is kept stays as it is: a reader that became stricter since must not stand in
 * the way of another change (docs/decisions/031). Refuses `bad_name`, with the sentence.
 */
export function readChangedName(typed: string, kept: string): Result<string, "bad_name"> {
  if (typed.trim() === kept.trim()) return done(kept);
  const reading = readName(typed, "Le nom");
  if (!reading.ok) return refuse("bad_name", { message: reading.message });
  return reading.value === "" ? refuse("bad_name", { message: missingName }) : done(reading.value);
}
