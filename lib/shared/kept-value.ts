import { z } from "zod";
import { longestTyped } from "./form-schema";
import { showPhone } from "./phone";
import { done, refuse, type Result } from "./result";

/**
 * A form that shows what a row keeps posts all of it back. What was accepted by the rules of its day is not judged again because
 * something else changes (docs/decisions/031): the schema lets everything through, the command judges what differs from the row.
 */

type Piece = z.ZodType<string>;

/** The pieces of a form that shows what is kept: read where they can be, else as typed, for `readChange` to judge. */
export function unjudged<K extends string>(pieces: Readonly<Record<K, Piece>>): Record<K, ReturnType<typeof asTyped>> {
  const all = Object.keys(pieces).map((key) => [key, asTyped(pieces[key as K])] as const);
  return Object.fromEntries(all) as Record<K, ReturnType<typeof asTyped>>;
}

function asTyped(piece: Piece) {
  return z
    .string("Saisissez un texte.")
    .max(longestTyped, `Ce texte est trop long : ${longestTyped} caractères au plus.`)
    .default("")
    .transform((typed): string => piece.safeParse(typed).data ?? typed);
}

/**
 * What a form says, beside what is kept, read in the transaction that holds the row: what shows the same stays as it is kept, all
 * the rest is judged by its piece. `kept`: the values that its control may have shown. Refuses `invalid` (details: errors by field).
 */
export function readChange<K extends string>(
  pieces: Readonly<Record<K, Piece>>,
  typed: Readonly<Record<NoInfer<K>, string>>,
  kept: Readonly<Record<NoInfer<K>, readonly (string | null)[]>>,
): Result<Record<K, string>, "invalid"> {
  const errors: Record<string, string> = {};
  const read = Object.keys(pieces).map((name) => {
    const key = name as K;
    const same = kept[key].find((value) => value && isShownAs(value, typed[key]));
    if (same) return [key, same] as const;
    const reading = pieces[key].safeParse(typed[key]);
    if (!reading.success) errors[key] = reading.error.issues[0]?.message ?? "";
    return [key, reading.data ?? ""] as const;
  });
  if (Object.keys(errors).length > 0) return refuse("invalid", errors);
  return done(Object.fromEntries(read) as Record<K, string>);
}

/** A control of one line shows no end of line; a number is shown as it is dialled. */
function isShownAs(kept: string, typed: string): boolean {
  const shown = typed.trim();
  return [kept, kept.replace(/[\r\n]/g, ""), showPhone(kept)].some((text) => text.trim() === shown);
}
