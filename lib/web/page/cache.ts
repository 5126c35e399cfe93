import { clock } from "@/lib/kernel/clock";

type Entry = { value: Promise<unknown>; at: number };
type Cache = Map<string, Map<string, Entry>>;

const slot = globalThis as { parvisCache?: Cache };
const lifeSeconds = 60;
const maxKeysPerTag = 500;

/**
 * Public data kept in this process. `load` runs once per tag and key, then at most once a minute: another process may have
 * published meanwhile. A failure is never kept. Nothing personal goes in here.
 */
export async function cached<T>(tag: string, key: string, load: () => Promise<T>): Promise<T> {
  const entries = entriesOf(tag);
  const known = entries.get(key);
  const now = clock.now().getTime();
  // An age below zero: the clock ran ahead, and was put right since.
  if (known && now >= known.at && now - known.at < lifeSeconds * 1000) return known.value as Promise<T>;
  if (entries.size >= maxKeysPerTag) entries.clear();
  const value = load();
  entries.set(key, { value, at: now });
  value.catch(() => entries.delete(key));
  return value;
}

/** After a change made in this process: read anew at the next request. The other processes follow within a minute. */
export function forgetCached(tag: string): void {
  entriesOf(tag).clear();
}

function entriesOf(tag: string): Map<string, Entry> {
  slot.parvisCache ??= new Map();
  const entries = slot.parvisCache.get(tag) ?? new Map<string, Entry>();
  slot.parvisCache.set(tag, entries);
  return entries;
}
