import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { notifications } from "@/db/schema/notifications";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import type { AccountId, NotificationId } from "@/lib/shared/ids";
import { greetingOf, type MailContent } from "@/lib/shared/mail-content";
import { fullName } from "@/lib/shared/text";
import { isOptionalNotification, type NotificationKind } from "@/lib/vocabulary/notification-kinds";

/**
 * Who is told: an account, in the portal and by e-mail; or a person without account, by e-mail alone. Nobody has proved that such
 * an address is theirs, so the letter calls them by no name, and waits for its turn among those that the address receives.
 */
export type Recipient = { accountId: AccountId } | { email: string };

export type Notice = {
  kind: NotificationKind;
  /** One per event: telling the same event twice adds nothing. */
  key: string;
  /** In the portal: one sentence, and the page where it leads. */
  text: string;
  path: string;
  /** The e-mail; the greeting is added here. */
  mail: Omit<MailContent, "greeting">;
};

/**
 * Tells one person of one event, in the caller's transaction; returns whether it was not told before. Optional e-mails
 * that the person declined (F130) are not queued; those that the law owes always are.
 */
export async function notify(tx: Tx, recipient: Recipient, notice: Notice): Promise<boolean> {
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
  const isDeclined = isOptionalNotification(notice.kind) && account.muted.includes(notice.kind);
  // Two people claim an account that is frozen: what it is told waits for whichever of them it is.
  if (account.email && account.status !== "frozen" && !isDeclined)
    await sendMail(tx, { email: account.email, name: fullName(account), accountId: recipient.accountId }, notice);
  return true;
}

async function writeInPortal(tx: Tx, accountId: AccountId, { kind, key, text, path }: Notice): Promise<boolean> {
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

async function sendMail(tx: Tx, { email: to, name, accountId }: Reader, { kind, key, mail }: Notice): Promise<boolean> {
  const content = { ...mail, greeting: greetingOf(name) };
  return queueMail(tx, { to, kind, accountId, key, content });
}
