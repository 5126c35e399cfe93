import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { notifications } from "@/db/schema/notifications";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { sayNotice } from "@/lib/letters/wording/compose";
import { notifiedTopic, type FactsOf, type LaterKind, type NotifiedKind } from "@/lib/letters/kinds";
import { usualLanguage } from "@/lib/letters/wording/languages";
import { post, postEach } from "@/lib/letters/outbox/post";
import type { AccountId, NotificationId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import { isOptionalNotification } from "@/lib/vocabulary/notification-kinds";

/**
 * Who is told: an account, in the portal and by e-mail; or a person without account, by e-mail alone. Nobody has proved that such
 * an address is theirs, so the letter calls them by no name, and waits for its turn among those that the address receives.
 */
export type Recipient = { accountId: AccountId } | { email: string };

export type Notice<K extends NotifiedKind> = {
  kind: K;
  facts: FactsOf<K>;
  /** One per event: telling the same event twice adds nothing. */
  key: string;
  /** The page of the portal where its line leads. */
  path: string;
};

/**
 * Tells one person of one event, in the caller's transaction; returns whether it was not told before. Optional e-mails
 * that the person declined (F130) are not queued; those that the law owes always are.
 */
export async function notify<K extends NotifiedKind>(
  tx: Tx,
  recipient: Recipient,
  notice: Notice<K>,
): Promise<boolean> {
  if ("email" in recipient) return sendMail(tx, { email: recipient.email, name: null, accountId: null }, notice);
  const { accountId } = recipient;
  const account = (await readersOf(tx, [accountId])).get(accountId);
  if (!account || (await writeLines(tx, [lineOf(accountId, notice)])).length === 0) return false;
  if (isWrittenTo(account, notice.kind))
    await sendMail(tx, { email: account.email, name: fullName(account), accountId }, notice);
  return true;
}

/** A notice to one of many. */
export type Told<K extends NotifiedKind> = { recipient: Recipient; notice: Omit<Notice<K>, "kind"> };

/** Tells many people of one kind of event, each as `notify` does: four statements whatever their number, which is the caller's to bound. */
export async function notifyEach<K extends NotifiedKind & LaterKind>(
  tx: Tx,
  kind: K,
  all: readonly Told<K>[],
): Promise<void> {
  const readers = await readersOf(
    tx,
    all.flatMap(({ recipient }) => ("accountId" in recipient ? [recipient.accountId] : [])),
  );
  const lines = all.flatMap(({ recipient, notice }) =>
    "accountId" in recipient && readers.has(recipient.accountId)
      ? [lineOf(recipient.accountId, { kind, ...notice })]
      : [],
  );
  const written = new Set(lines.length > 0 ? await writeLines(tx, lines) : []);
  const letters = all.flatMap(({ recipient, notice: { facts, key } }): Addressed[] => {
    if ("email" in recipient) return [{ facts, recipient: { to: recipient.email, name: null, accountId: null, key } }];
    const { accountId } = recipient;
    const account = readers.get(accountId);
    if (!account || !written.has(idOfEvent(accountId, key)) || !isWrittenTo(account, kind)) return [];
    return [{ facts, recipient: { to: account.email, name: fullName(account), accountId, key } }];
  });
  await postEach<NotifiedKind & LaterKind>(tx, kind, letters);
}

type Addressed = Parameters<typeof postEach<NotifiedKind & LaterKind>>[2][number];

async function readersOf(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, Account>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: accounts.id, ...accountColumns })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(ids)]));
  return new Map(found.map(({ id, ...account }) => [id, account]));
}

const accountColumns = {
  email: accounts.email,
  status: accounts.status,
  firstName: accounts.firstName,
  lastName: accounts.lastName,
  muted: accounts.mutedNotifications,
};
type Account = Pick<typeof accounts.$inferSelect, "email" | "status" | "firstName" | "lastName"> & {
  muted: typeof accounts.$inferSelect.mutedNotifications;
};

/** Whether an account has an e-mail of such an event. Two people claim one that is frozen: what it is told waits for whichever it is. */
function isWrittenTo(account: Account, kind: NotifiedKind): account is Account & { email: string } {
  const topic = notifiedTopic(kind);
  const isDeclined = isOptionalNotification(topic) && account.muted.includes(topic);
  return account.email !== null && account.status !== "frozen" && !isDeclined;
}

function lineOf<K extends NotifiedKind>(accountId: AccountId, { kind, facts, key, path }: Notice<K>) {
  const text = sayNotice(kind, facts, usualLanguage);
  return { id: idOfEvent(accountId, key), accountId, kind: notifiedTopic(kind), text, path, createdAt: clock.now() };
}

/** Those that were not written yet. */
async function writeLines(tx: Tx, lines: (typeof notifications.$inferInsert)[]): Promise<NotificationId[]> {
  const written = await tx
    .insert(notifications)
    .values(lines)
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  return written.map(({ id }) => id);
}

/** The identifier of an event, drawn from what it is (UUID version 8, RFC 9562): told twice, it is written once. */
function idOfEvent(accountId: AccountId, key: string): NotificationId {
  const hash = createHash("sha256").update(`${accountId}:${key}`).digest("hex");
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join("-") as NotificationId;
}

type Reader = { email: string; name: string | null; accountId: AccountId | null };

async function sendMail<K extends NotifiedKind>(
  tx: Tx,
  { email: to, name, accountId }: Reader,
  { kind, facts, key }: Notice<K>,
): Promise<boolean> {
  return post<NotifiedKind>(tx, kind, facts, { to, name, accountId, key });
}
