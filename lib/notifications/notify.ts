import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { notifications } from "@/db/schema/notifications";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { sayNotice } from "@/lib/letters/compose";
import { notifiedTopic, type FactsOf, type NotifiedKind } from "@/lib/letters/kinds";
import { usualLanguage } from "@/lib/letters/languages";
import { post } from "@/lib/letters/post";
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
  const [account] = await tx
    .select({
      email: accounts.email,
      status: accounts.status,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      muted: accounts.mutedNotifications,
    })
    .from(accounts)
    .where(eq(accounts.id, recipient.accountId))
    .limit(1);
  if (!account || !(await writeInPortal(tx, recipient.accountId, notice))) return false;
  const topic = notifiedTopic(notice.kind);
  const isDeclined = isOptionalNotification(topic) && account.muted.includes(topic);
  // Two people claim an account that is frozen: what it is told waits for whichever of them it is.
  if (account.email && account.status !== "frozen" && !isDeclined)
    await sendMail(tx, { email: account.email, name: fullName(account), accountId: recipient.accountId }, notice);
  return true;
}

async function writeInPortal<K extends NotifiedKind>(
  tx: Tx,
  accountId: AccountId,
  notice: Notice<K>,
): Promise<boolean> {
  const { key, path } = notice;
  const kind = notifiedTopic(notice.kind);
  const text = sayNotice(notice.kind, notice.facts, usualLanguage);
  const written = await tx
    .insert(notifications)
    .values({ id: idOfEvent(accountId, key), accountId, kind, text, path, createdAt: clock.now() })
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  return written.length > 0;
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
