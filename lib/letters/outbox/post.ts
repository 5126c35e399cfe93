import { eq, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import { lotOf, type AccountMailKind, type DemandeMailKind } from "@/lib/vocabulary/mail-kinds";
import { compose, type Letter } from "../wording/compose";
import { factsSchemas, isFrozen, topicOf, type FactsOf, type LaterKind, type LetterKind, type TopicOf } from "../kinds";
import { usualLanguage } from "../wording/languages";
import { wordingOf } from "../wording/find-wording";
import { nextTurn, nextTurns } from "./mail-turn";
import { sealLetter } from "./sealed-letter";

type Envelope = {
  /** One address, normalised. */
  to: string;
  /** Who is greeted; null for an address that nobody has proved, and for letters that must name nobody. */
  name: string | null;
  /** Deterministic per event and recipient: posting the same event twice adds nothing. */
  key: string;
  accountId?: AccountId | null;
};

/** The account that a letter is written for: the letter goes when the account does, wherever it was sent. */
type Owner<Topic> = Topic extends AccountMailKind
  ? { accountId: AccountId }
  : Topic extends DemandeMailKind
    ? { accountId: AccountId | null }
    : { accountId?: never };

export type Recipient<K extends LetterKind> = Envelope & Owner<TopicOf<K>>;

/**
 * Posts a letter in the caller's transaction: what happened, not what is said of it. The worker sends it: now, or in its turn when
 * it is about a demande and goes to an address without account (mail-turn.ts). Returns whether it is new.
 */
export async function post<K extends LetterKind>(
  tx: Tx,
  kind: K,
  facts: FactsOf<K>,
  recipient: Recipient<K>,
): Promise<boolean> {
  const { letter, lot, row } = toRow(kind, facts, recipient);
  const isFixed = isFrozen(kind);
  const content = isFixed
    ? { to: recipient.to, content: compose(letter), language: letter.language }
    : { to: recipient.to, letter };
  const nextAttemptAt = lot ? await nextTurn(tx, row.recipientHash, lot) : row.createdAt;
  const [written] = await tx
    .insert(outbox)
    .values({ ...row, content: sealLetter(content), nextAttemptAt })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id, town: isFixed ? wordingOf(letter) : sql<null>`null` });
  if (written?.town)
    await sayAsTheTown(tx, written.id, sealLetter({ ...content, content: compose(letter, written.town) }));
  return written !== undefined;
}

/** Posts one kind of letter to many, as `post` does to one: two statements whatever their number, which is the caller's to bound. */
export async function postEach<K extends LaterKind>(
  tx: Tx,
  kind: K,
  letters: readonly { facts: FactsOf<K>; recipient: Recipient<K> }[],
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ facts, recipient }) => ({ to: recipient.to, ...toRow(kind, facts, recipient) }));
  const waiting = rows.filter(({ lot }) => lot !== null);
  const turns = await nextTurns(
    tx,
    waiting.map(({ row }) => row.recipientHash),
    waiting[0]?.lot ?? [],
  );
  const turnOf = new Map(waiting.map(({ row }, at) => [row.key, turns[at]]));
  await tx
    .insert(outbox)
    .values(
      rows.map(({ to, letter, row }) => ({
        ...row,
        content: sealLetter({ to, letter }),
        nextAttemptAt: turnOf.get(row.key) ?? row.createdAt,
      })),
    )
    .onConflictDoNothing({ target: outbox.key });
}

/** A letter before its words, with what its row says of it; `lot`: those with which it takes its turn, where it does. */
function toRow<K extends LetterKind>(kind: K, facts: FactsOf<K>, recipient: Recipient<K>) {
  const { to, name, key, accountId = null } = recipient;
  // Parsed here too: what is kept is what can be read again, and nothing else.
  const letter: Letter<K> = { kind, facts: factsSchemas[kind].parse(facts), name, language: usualLanguage };
  const topic = topicOf(kind);
  const row = {
    id: newId<MailId>(),
    key,
    kind: topic,
    accountId,
    recipientHash: recipientHash(to),
    createdAt: clock.now(),
  };
  return { letter, lot: accountId ? null : lotOf(topic), row };
}

/** A text fixed today is fixed in the words of the town, where it wrote some. */
async function sayAsTheTown(tx: Tx, id: MailId, content: string): Promise<void> {
  await tx.update(outbox).set({ content }).where(eq(outbox.id, id));
}
