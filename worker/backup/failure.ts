import type { BackupFailure } from "@/lib/vocabulary/backups";
import { Busy } from "./back-up";
import { Stalled } from "./watch";

/** What administrators are told of an error: a code, never its words, which may quote a row. */
export function failureOf(error: unknown): BackupFailure {
  if (error instanceof Stalled) return "stalled";
  if (error instanceof Busy) return "busy";
  const { code = "" } = (error ?? {}) as { code?: string };
  if (code === "ENOSPC" || code === "EDQUOT") return "disk_full";
  if (["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "EEXIST"].includes(code)) return "no_folder";
  if (/^(ECONN|EPIPE|ETIMEDOUT)/.test(code) || /^(57P|08|53)/.test(code)) return "database";
  return "unexpected";
}
