import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { walkDemandes, type Fault } from "@/lib/demandes/queries/list-faults";
import { listStoredFiles, type StoredFile } from "@/lib/demandes/queries/list-stored-files";
import type { System } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { walkMails } from "@/lib/letters/jobs/mail-faults";
import { openStream } from "@/lib/files/storing/sealed-file";
import { storage } from "@/lib/ports/storage";

const actor: System = { kind: "system", job: "integrity" };

export type Read = { demandes: number; mails: number; files: number };
type Reader = {
  onFault: (fault: Fault) => void;
  /** After each slice and each piece of file: what was read so far. */
  onRead: (read: Readonly<Read>) => void;
};

/**
 * Reads the database, every file and the embedded mailbox, and tells what should never be: the oracle of the crash tests,
 * and what proves a restore. Changes nothing. Costs a full read of everything, a slice at a time; what does not open or does not
 * hold is named, and the rest is read all the same.
 */
export async function checkIntegrity({ onFault, onRead }: Reader): Promise<Read> {
  const read: Read = { demandes: 0, mails: 0, files: 0 };
  for await (const { demandes, faults } of walkDemandes(actor)) {
    read.demandes += demandes;
    faults.forEach(onFault);
    onRead(read);
  }
  if (env().drivers.mail === "mailbox")
    for await (const { mails, faults } of walkMails()) {
      read.mails += mails;
      faults.forEach(onFault);
      onRead(read);
    }
  for await (const file of listStoredFiles(actor)) {
    const rule = await whatIsWrong(file, () => onRead(read));
    if (rule) onFault({ rule, subject: file.id });
    read.files += 1;
    onRead(read);
  }
  return read;
}

const whole = "every file of a demande is stored whole and opens with its key";

async function whatIsWrong({ storageKey, key, ...file }: StoredFile, onPiece: () => void): Promise<string | null> {
  if (!key) return whole;
  const hash = createHash("sha256");
  let size = 0;
  try {
    await pipeline(await storage().get(storageKey), openStream(key), async (plain: AsyncIterable<Buffer>) => {
      for await (const bytes of plain) {
        hash.update(bytes);
        size += bytes.length;
        onPiece();
      }
    });
  } catch {
    return whole;
  }
  return size === file.size && hash.digest("hex") === file.sha256
    ? null
    : "every file of a demande is the one that was given";
}
