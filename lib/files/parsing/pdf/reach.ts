import type { Described } from "./describe-object";
import type { Objects } from "./read-objects";

export type Reach = {
  /** By number, in the order of the numbers. */
  objects: [number, Described][];
  isActive: boolean;
  /** Whether there are pages, and nothing of them is missing or unread. */
  isWhole: boolean;
};

/** Follows the document from its root: what is not met is not part of it. */
export function describeReach({ current, root, info }: Objects): Reach {
  const met = new Map<number, Described>();
  const missing = new Set<number>();
  const waiting = [root, info].filter((number) => number !== null);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (met.has(number)) continue;
    const object = current.get(number);
    if (!object) {
      missing.add(number);
      continue;
    }
    met.set(number, object);
    for (const next of object.refs) if (!met.has(next)) waiting.push(next);
  }
  const objects = [...met].sort(([a], [b]) => a - b);
  return { objects, isActive: isActive(current), isWhole: isWhole(objects, missing, current) };
}

/** What an object points at must not look like a trap there; read from all objects, met or not. */
function isActive(current: Objects["current"]): boolean {
  for (const { pointers } of current.values())
    if (pointers.some(({ to, mustNotBe }) => current.get(to)?.looks.includes(mustNotBe))) return true;
  return false;
}

function isWhole(objects: [number, Described][], missing: ReadonlySet<number>, current: Objects["current"]): boolean {
  if (!objects.some(([, { isPage }]) => isPage)) return false;
  if (objects.some(([, { isInvalid, vital }]) => isInvalid || vital.some((number) => missing.has(number))))
    return false;
  // Something was not read, and something is missing: perhaps the same thing.
  return missing.size === 0 || ![...current.values()].some(({ isInvalid }) => isInvalid);
}
