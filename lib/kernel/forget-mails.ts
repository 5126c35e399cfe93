import { and, eq, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import { mailbox, outbox, robotCodes } from "@/db/schema/platform";
import type { Tx } from "./database";
import { recipientHash } from "./outbox";

/**
 * The key of a letter is « kind:subject:… »: its subject is a demande, a draft, an account or a link. So what was written
 * about something can be found again without opening anything.
 */
type About = {
  subjects: readonly string[];
  /** Addresses that were written to about them: they spare the outbox a whole reading. */
  addresses: readonly string[];
};

/** Erases every letter about these subjects, sent or waiting, from the outbox and from the embedded mailbox. */
export async function forgetMailsAbout(tx: Tx, { subjects, addresses }: About): Promise<void> {
  if (subjects.length === 0) return;
  const erased = await eraseLetters(tx, isAbout(mailbox.key, subjects));
  const sent = and(inArray(outbox.recipientHash, addresses.map(recipientHash)), isAbout(outbox.key, subjects));
  const waiting = and(ne(outbox.state, "sent"), isAbout(outbox.key, subjects));
  await tx.delete(outbox).where(or(sent, waiting, inArray(outbox.key, erased)));
}

/**
 * Erases the letters to an address, and the code of the robot check sent to it. Those about a demande stay: they belong to
 * it, and go with it.
 */
export async function forgetMailsTo(tx: Tx, address: string): Promise<void> {
  const hash = recipientHash(address);
  await eraseLetters(tx, and(eq(mailbox.recipient, address), isOfNoDemande(mailbox.key)));
  await tx.delete(outbox).where(and(eq(outbox.recipientHash, hash), isOfNoDemande(outbox.key)));
  await tx.delete(robotCodes).where(eq(robotCodes.recipientHash, hash));
}

/** Letters already sent about demandes that go on: they told of an account that is no more. Those that wait still leave. */
export async function forgetSentMailsAbout(tx: Tx, { subjects, addresses }: About): Promise<void> {
  if (subjects.length === 0) return;
  const erased = await eraseLetters(tx, isAbout(mailbox.key, subjects));
  const sent = and(inArray(outbox.recipientHash, addresses.map(recipientHash)), isAbout(outbox.key, subjects));
  await tx.delete(outbox).where(and(eq(outbox.state, "sent"), or(sent, inArray(outbox.key, erased))));
}

async function eraseLetters(tx: Tx, which: SQL | undefined): Promise<string[]> {
  const rows = await tx.delete(mailbox).where(which).returning({ key: mailbox.key });
  return rows.map(({ key }) => key);
}

type Key = typeof mailbox.key | typeof outbox.key;

function isAbout(key: Key, subjects: readonly string[]): SQL {
  return inArray(sql`split_part(${key}, ':', 2)`, [...subjects]);
}

function isOfNoDemande(key: Key): SQL {
  return sql`split_part(${key}, ':', 1) <> 'demande'`;
}
