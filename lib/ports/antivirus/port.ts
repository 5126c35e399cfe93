import type { Readable } from "node:stream";

/** `pending`: nobody could tell yet; such a file is kept but never given to an agent. */
export type ScanVerdict = "clean" | "infected" | "pending";

export type Antivirus = {
  readonly name: "clamd" | "none";
  /** Never throws for a scanner that is down, slow or unsure: `pending`. An error of `body` itself is thrown. */
  scan: (body: Readable | Buffer) => Promise<ScanVerdict>;
};
