import type { Readable } from "node:stream";

/** A file of the archive: opened when its turn comes, so that one alone is in hand. */
export type Entry = {
  /** Where it stands in the archive. */
  path: string;
  /** When it was written; the present when left out. */
  at?: Date;
  open: () => Promise<string | Buffer | Readable>;
};

/** One rubric of donnees.json, and the files that go with it. */
export type Part<T> = { data: T; entries: Entry[] };

export type Namer = (folder: string, text: string, fallback?: string) => string;
