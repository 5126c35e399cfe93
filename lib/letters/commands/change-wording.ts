import { sql } from "drizzle-orm";
import { letterWordings } from "@/db/schema/letters";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { usualLanguage } from "../wording/languages";
import type { WordedKind } from "../rules/worded";
import type { ChangeWording, WordingKey } from "../schema";
import { unknownVariable, type TownWording } from "../wording/town-words";
import { isWordingOf, noWords, readKey, readWords, type ReadKey } from "../wording/wording-key";

const fields = ["title", "opening", "ending", "signature"] as const;

/**
 * The town's own words of a letter (X24), everywhere or for one démarche; administrators only. What is empty says what the portal
 * says. Refuses `unknown_variable` (details: a sentence a field) where a text asks what the letter does not know. `seen`: the version that was read;
 * refuses `changed_meanwhile`. Throws NotFound for a letter that stays as it is.
 */
export async function changeWording(
  actor: Actor,
  { kind: named, demarche: slug, ...words }: ChangeWording,
  seen?: string,
) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const key = await readKey(tx, { kind: named, demarche: slug });
    const changed = changedSince(seen, await lockWords(tx, key));
    if (changed) return changed;
    const faults = faultsOf(key.kind, words);
    if (Object.keys(faults).length > 0) return refuse("unknown_variable", faults);

    const demarcheId = key.demarche?.id ?? null;
    const row = { kind: key.kind, language: usualLanguage, demarcheId, ...words, updatedAt: clock.now() };
    const { kind, language } = letterWordings;
    await tx
      .insert(letterWordings)
      .values(row)
      .onConflictDoUpdate({ target: [kind, language, letterWordings.demarcheId], set: row });
    await record("letter.reworded", key.kind, about(slug));
    return done(null);
  });
}

/**
 * The words of the portal again, in place of those that were seen. Administrators only. Refuses `changed_meanwhile`, and
 * `as_the_portal` where the town had written none.
 */
export async function restoreWording(actor: Actor, input: WordingKey, seen?: string) {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const key = await readKey(tx, input);
    const changed = changedSince(seen, await lockWords(tx, key));
    if (changed) return changed;
    const gone = await tx.delete(letterWordings).where(isWordingOf(key)).returning({ kind: letterWordings.kind });
    if (gone.length === 0) return refuse("as_the_portal");
    await record("letter.restored", key.kind, about(input.demarche));
    return done(null);
  });
}

/** The words as they stand, which nobody changes until the end of the transaction. There may be no line to lock. */
async function lockWords(tx: Tx, key: ReadKey) {
  const name = `wording:${key.kind}:${key.demarche?.id ?? ""}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  return (await readWords(tx, key)) ?? noWords;
}

function faultsOf(kind: WordedKind, words: TownWording): Record<string, string> {
  const faults = fields.flatMap((field) => {
    const unknown = unknownVariable(kind, words[field]);
    return unknown === null ? [] : [[field, `Ce courriel ne connaît pas «\u00a0${unknown}\u00a0».`] as const];
  });
  return Object.fromEntries(faults);
}

function about(slug: string): { demarche?: string } {
  return slug === "" ? {} : { demarche: slug };
}
