import type { ExportId } from "@/lib/shared/ids";

/** One copy of one's data, as its owner sees it. */
export type ExportView = { id: ExportId } & (
  | { state: "waiting" }
  | { state: "running"; done: number; total: number }
  /** `size` in bytes; erased at `expiresAt`. `isOpen`: this session may take it without recalling the password. */
  | { state: "ready"; size: number; readyAt: Date; expiresAt: Date; isOpen: boolean }
  | { state: "failed" }
);

/** What the page « Mes données » shows. */
export type ExportsView = {
  /** The last one asked for; null when there is none any more. */
  latest: ExportView | null;
  /** Those that can be downloaded, newest first. */
  ready: readonly Extract<ExportView, { state: "ready" }>[];
  can: { ask: boolean };
};
