import type { JournalParams } from "@/lib/audit/schema";

/** `path` with these filters; what is empty is left out. */
export function journalHref(path: string, params: Partial<Record<keyof JournalParams, string | null>>): string {
  const filled = Object.entries(params).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const text = new URLSearchParams(filled).toString();
  return text ? `${path}?${text}` : path;
}
