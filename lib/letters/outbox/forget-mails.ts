import { and, eq, inArray, isNull, lt, ne, notExists, sql, type SQL } from "drizzle-orm";
import { mailbox, outbox, robotCodes, subjectOf } from "@/db/schema/platform";
import type { AccountId } from "@/lib/shared/ids";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";

/**
 * A letter written for an account names it in its row; the key of one about a demande is « demande:identifier:… ». So what was
 * written can be found again without opening anything, whatever the address was.
 */

/** Minutes after which a code of the robot check opens nothing: of use to nobody, whoever has the address now. */
const codeMinutes = 10;

/** Erases every letter written for these accounts, sent or waiting, whatever the address, from the outbox and the embedded mailbox. */
export async function forgetMailsOf(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  const erased = await tx
    .delete(outbox)
    .where(inArray(outbox.accountId, [...accountIds]))
    .returning({ key: outbox.key, hash: outbox.recipientHash });
  await eraseFromMailbox(tx, erased);
  const hashes = [...new Set(erased.map(({ hash }) => hash))];
  const isPast = lt(outbox.createdAt, clock.inMinutes(-codeMinutes));
  const codes = and(inArray(outbox.recipientHash, hashes), eq(outbox.kind, "robot.code"), isPast);
  await eraseFromMailbox(tx, await tx.delete(outbox).where(codes).returning({ key: outbox.key }));
}

/** Erases the letters written for these accounts that have not left: what they say must reach nobody any more. */
export async function forgetWaitingMailsOf(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  await tx.delete(outbox).where(and(inArray(outbox.accountId, [...accountIds]), ne(outbox.state, "sent")));
}

/** Letters about demandes that go on without these accounts: those that wait still leave, in nobody's name. */
export async function disownMailsAbout(tx: Tx, subjects: readonly string[], accountIds: readonly AccountId[]) {
  await tx
    .update(outbox)
    .set({ accountId: null })
    .where(and(inArray(outbox.accountId, [...accountIds]), isAbout(outbox.key, subjects)));
}

/** Erases every letter about these subjects (demandes, drafts included), sent or waiting, from the outbox and the embedded mailbox. */
export async function forgetMailsAbout(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await tx.delete(mailbox).where(isAbout(mailbox.key, subjects));
  await tx.delete(outbox).where(isAbout(outbox.key, subjects));
}

/** Letters already sent about demandes that go on: they told of an account that is no more. Those that wait still leave. */
export async function forgetSentMailsAbout(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await tx.delete(mailbox).where(isAbout(mailbox.key, subjects));
  await tx.delete(outbox).where(and(eq(outbox.state, "sent"), isAbout(outbox.key, subjects)));
}

/** Letters about a subject that were refused at an address which no longer counts: nobody is to send them there again. */
export async function forgetFailedMailsAbout(tx: Tx, subject: string): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.state, "failed"), isAbout(outbox.key, [subject])));
}

/**
 * Erases the letters to an address that name no account, and the code of the robot check sent to it. Those about a demande
 * stay: they belong to it, and go with it. So do those of an agent who has this address.
 */
export async function forgetMailsTo(tx: Tx, address: string): Promise<void> {
  const hash = recipientHash(address);
  const isPersonal = sql`${outbox.kind} not like 'demande.%' and ${outbox.kind} not like 'agent.%'`;
  const ofNobody = and(eq(outbox.recipientHash, hash), isNull(outbox.accountId), isPersonal);
  await eraseFromMailbox(tx, await tx.delete(outbox).where(ofNobody).returning({ key: outbox.key }));
  const queued = database().select({ id: outbox.id }).from(outbox).where(eq(outbox.key, mailbox.key));
  await tx.delete(mailbox).where(and(eq(mailbox.recipient, address), notExists(queued)));
  await tx.delete(robotCodes).where(eq(robotCodes.recipientHash, hash));
}

/** A letter erased from the outbox while it was leaving: nothing would find it in the embedded mailbox any more. */
export async function forgetUnqueued(tx: Tx, key: string): Promise<void> {
  const queued = database().select({ id: outbox.id }).from(outbox).where(eq(outbox.key, mailbox.key));
  await tx.delete(mailbox).where(and(eq(mailbox.key, key), notExists(queued)));
}

async function eraseFromMailbox(tx: Tx, letters: readonly { key: string }[]): Promise<void> {
  await tx.delete(mailbox).where(hasKey(mailbox.key, letters));
}

type Key = typeof mailbox.key | typeof outbox.key;

function hasKey(key: Key, letters: readonly { key: string }[]): SQL {
  return inArray(
    key,
    letters.map((letter) => letter.key),
  );
}

function isAbout(key: Key, subjects: readonly string[]): SQL {
  return inArray(subjectOf(key), [...subjects]);
}
