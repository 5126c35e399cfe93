import { Readable } from "node:stream";
import { makeZip } from "client-zip";
import { NotFound } from "@/lib/kernel/errors";
import type { Entry } from "@/lib/kernel/personal-data";

/**
 * The files as one ZIP, written while it is read: one file is open at a time and nothing is kept. Stored, not deflated: photos
 * and PDFs are compressed already. `afterEach` is told how many are written; what it throws ends the stream.
 */
export function archiveOf(entries: readonly Entry[], afterEach: (done: number) => Promise<void>): Readable {
  return Readable.from(makeZip(inTurn(entries, afterEach)), { objectMode: false });
}

async function* inTurn(entries: readonly Entry[], afterEach: (done: number) => Promise<void>) {
  for (const [index, { path, at, open }] of entries.entries()) {
    const input = await openIfThere(open);
    try {
      if (input !== null) yield { name: path, lastModified: at, input };
    } finally {
      if (input instanceof Readable) input.destroy();
    }
    await afterEach(index + 1);
  }
}

/** What the person removed since the list was made is left out. */
async function openIfThere(open: Entry["open"]): Promise<string | Uint8Array | Readable | null> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
