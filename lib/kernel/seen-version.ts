import { refuse, type Result } from "@/lib/shared/result";
import { hashSecret } from "./crypto";

/**
 * Names what a settings form showed, by its content: the same words, whoever wrote them and when, are the same version. So a change
 * made elsewhere in the same line of the database refuses nobody, and a change undone meanwhile neither.
 */
export function versionOf(shown: unknown): string {
  return hashSecret(JSON.stringify(sorted(shown))).slice(0, 16);
}

/**
 * Whether somebody changed a setting since it was read; to be asked once the setting is locked. `seen` undefined: written by
 * whoever has read nothing (the first start, a test). Details of the refusal: the version that stands now, which a second
 * press carries, made by whoever was told.
 */
export function changedSince(seen: string | undefined, now: unknown): Result<never, "changed_meanwhile"> | null {
  const version = versionOf(now);
  return seen === undefined || seen === version ? null : refuse("changed_meanwhile", { version });
}

/** The keys in their order, whatever jsonb makes of them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
