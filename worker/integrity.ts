import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { listDemandeFaults, type Fault } from "@/lib/demandes/queries/list-faults";
import { listStoredFiles, type StoredFile } from "@/lib/demandes/queries/list-stored-files";
import type { System } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { listMailFaults } from "@/lib/kernel/mail-faults";
import { openStream } from "@/lib/kernel/sealed-file";
import { storage } from "@/lib/ports/storage";

const actor: System = { kind: "system", job: "integrity" };

export type IntegrityReport = { files: number; faults: Fault[] };

/**
 * Reads the database, every file and the embedded mailbox, and returns what should never be: the oracle of the crash tests,
 * and what an operator runs after a restore. Changes nothing. Costs a full read of everything.
 */
export async function checkIntegrity(): Promise<IntegrityReport> {
  const faults = await listDemandeFaults(actor);
  if (env().drivers.mail === "mailbox") faults.push(...(await listMailFaults()));
  let files = 0;
  for await (const file of listStoredFiles(actor)) {
    files += 1;
    const rule = await whatIsWrong(file);
    if (rule) faults.push({ rule, subject: file.id });
  }
  return { files, faults };
}

async function whatIsWrong(file: StoredFile): Promise<string | null> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    await pipeline(await storage().get(file.storageKey), openStream(file.key), async (plain: AsyncIterable<Buffer>) => {
      for await (const bytes of plain) {
        hash.update(bytes);
        size += bytes.length;
      }
    });
  } catch {
    return "every file of a demande is stored whole and opens with its key";
  }
  return size === file.size && hash.digest("hex") === file.sha256
    ? null
    : "every file of a demande is the one that was given";
}
