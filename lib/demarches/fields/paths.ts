import type { Answers } from "../form";

/** Reading and writing answers by path: « section », « section.field », « section.group.0.field ». */

/** What was answered there, or undefined. Own properties alone are looked at. */
export function getAnswer(answers: Answers, path: string): unknown {
  return path.split(".").reduce<unknown>((holder, key) => {
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) return undefined;
    return (holder as Record<string, unknown>)[key];
  }, answers);
}

/** The answers with that one changed, or taken away when `value` is undefined. Nothing given is modified. */
export function setAnswer(answers: Answers, path: string, value: unknown): Answers {
  return (set(answers, path.split("."), value) ?? {}) as Answers;
}

const refused = new Set(["__proto__", "constructor", "prototype"]);

function set(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (refused.has(key) || (value === undefined && holder === undefined)) return holder;
  const index = Array.isArray(holder) || /^\d{1,3}$/.test(key) ? Number(key) : null;
  if (index !== null && !Number.isNaN(index)) return setItem(Array.isArray(holder) ? holder : [], index, rest, value);
  const others = Object.entries(typeof holder === "object" && holder !== null ? holder : {});
  const previous: unknown = others.find(([name]) => name === key)?.[1];
  const next = set(previous, rest, value);
  const kept = others.filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? kept : [...kept, [key, next]]);
}

function setItem(list: readonly unknown[], index: number, rest: readonly string[], value: unknown): unknown[] {
  const items = Array.from({ length: Math.max(list.length, index + 1) }, (_, i): unknown => list[i] ?? {});
  items[index] = set(items[index], rest, value) ?? {};
  return items;
}
