import { isKeptPlace, type readPlace } from "@/lib/places/read-place";
import { readChange } from "@/lib/shared/kept-value";
import { done, refuse, type Result } from "@/lib/shared/result";
import { kindProblems, relationPieces, type RelationFacts } from "../schema";
import { isUnborn, type RelationView } from "../types";

/**
 * What « Modifier » posted, beside the relation that is kept: what its author did not touch is not judged again, alone or with the rest.
 * `place`: where it would be, settled before the row was locked. Refuses `invalid` (details: errors by field).
 */
export function judgeChange(
  typed: RelationFacts,
  kept: RelationView,
  place: Awaited<ReturnType<typeof readPlace>>,
): Result<RelationFacts, "invalid"> {
  const before = asShown(kept);
  const texts = readChange(relationPieces, typed, inLists(before));
  if (!texts.ok) return texts;
  const read = { ...typed, ...texts.value };
  const isSamePlace = isKeptPlace(read, inLists(before));
  const facts = isSamePlace ? read : { ...read, commune: place.commune };
  const errors = Object.fromEntries(newProblems(facts, before).map(({ path, message }) => [path, message]));
  if (place.error && !isSamePlace) errors.commune = place.error;
  return Object.keys(errors).length > 0 ? refuse("invalid", errors) : done(facts);
}

/** What is missing since this change: not what was missing already, and stays just as it was. */
function newProblems(facts: RelationFacts, before: RelationFacts) {
  const former = kindProblems(before);
  return kindProblems(facts).filter(
    ({ path, message }) =>
      facts[path] !== before[path] || !former.some((each) => each.path === path && each.message === message),
  );
}

/** A relation as its form shows it. */
function asShown(kept: RelationView): RelationFacts {
  const unborn = isUnborn(kept);
  return {
    ...kept,
    isBorn: kept.role === "child" ? (unborn ? "no" : "yes") : null,
    hasOneName: !unborn && kept.firstName === "",
  };
}

function inLists(shown: RelationFacts) {
  const keys = Object.keys(relationPieces) as (keyof typeof relationPieces)[];
  const lists: readonly (readonly [string, readonly string[]])[] = keys.map((key) => [key, [shown[key]]]);
  return Object.fromEntries(lists) as Record<keyof typeof relationPieces, readonly string[]>;
}
