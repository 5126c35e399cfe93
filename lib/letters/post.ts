import { eq, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import { lotOf, type AccountMailKind, type DemandeMailKind } from "@/lib/vocabulary/mail-kinds";
import { compose, type Letter } from "./compose";
import { factsSchemas, isFrozen, topicOf, type FactsOf, type LetterKind, type TopicOf } from "./kinds";
import { usualLanguage } from "./languages";
import { wordingOf } from "./find-wording";
import { nextTurn } from "./mail-turn";
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
  const { to, name, key, accountId = null } = recipient;
  // Parsed here too: what is kept is what can be read again, and nothing else.
  const letter: Letter<K> = { kind, facts: factsSchemas[kind].parse(facts), name, language: usualLanguage };
  const now = clock.now();
  const hash = recipientHash(to);
  const topic = topicOf(kind);
  const lot = accountId ? null : lotOf(topic);
  const isFixed = isFrozen(kind);
  const [row] = await tx
    .insert(outbox)
    .values({
      id: newId<MailId>(),
      key,
      kind: topic,
      accountId,
      recipientHash: hash,
      content: sealLetter(isFixed ? { to, content: compose(letter) } : { to, letter }),
      createdAt: now,
      nextAttemptAt: lot ? await nextTurn(tx, hash, lot) : now,
    })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id, town: isFixed ? wordingOf(letter) : sql<null>`null` });
  if (row?.town) await sayAsTheTown(tx, row.id, sealLetter({ to, content: compose(letter, row.town) }));
  return row !== undefined;
}

/** A text fixed today is fixed in the words of the town, where it wrote some. */
async function sayAsTheTown(tx: Tx, id: MailId, content: string): Promise<void> {
  await tx.update(outbox).set({ content }).where(eq(outbox.id, id));
}
