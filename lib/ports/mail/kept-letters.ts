import { desc, eq } from "drizzle-orm";
import { mailbox, type MailboxFile } from "@/db/schema/platform";
import { newId, type MailId } from "@/lib/shared/ids";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";

export type MailboxLetter = {
  id: MailId;
  sentAt: Date;
  recipient: string;
  sender: string;
  subject: string;
  text: string;
  html: string;
  files: readonly MailboxFile[];
};
type NewLetter = Omit<MailboxLetter, "id" | "sentAt" | "recipient" | "sender" | "files"> & {
  key: string;
  to: string;
  from: string;
  attachments?: readonly { name: string; mediaType: string; bytes: Buffer }[];
};

/** Keeps a letter in the embedded mailbox; the same key a second time changes nothing. */
export async function putInMailbox({ key, to, from, subject, text, html, attachments = [] }: NewLetter): Promise<void> {
  const files = attachments.map(({ name, mediaType, bytes }) => ({
    name,
    mediaType,
    base64: bytes.toString("base64"),
  }));
  const row = {
    id: newId<MailId>(),
    key,
    sentAt: clock.now(),
    recipient: to,
    sender: from,
    subject,
    text,
    html,
    attachments: files,
  };
  await database().insert(mailbox).values(row).onConflictDoNothing({ target: mailbox.key });
}

/** The latest letters, newest first; those of one address when `recipient` is given. */
export async function listMailbox({ recipient, limit = 100 }: { recipient?: string; limit?: number } = {}) {
  const { id, sentAt, subject } = mailbox;
  return database()
    .select({ id, sentAt, subject, recipient: mailbox.recipient })
    .from(mailbox)
    .where(recipient === undefined ? undefined : eq(mailbox.recipient, recipient))
    .orderBy(desc(mailbox.sentAt), desc(mailbox.id))
    .limit(limit);
}

/** One letter whole, or null. */
export async function findMailboxLetter(letterId: MailId): Promise<MailboxLetter | null> {
  const { id, sentAt, recipient, sender, subject, text, html, attachments: files } = mailbox;
  const letter = { id, sentAt, recipient, sender, subject, text, html, files };
  const rows = await database().select(letter).from(mailbox).where(eq(mailbox.id, letterId));
  return rows[0] ?? null;
}
