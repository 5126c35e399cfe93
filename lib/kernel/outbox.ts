import { outbox } from "@/db/schema/platform";
import type { MailContent } from "@/lib/shared/mail-content";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import type { AccountMailKind, DemandeMailKind, OtherMailKind } from "@/lib/vocabulary/mail-kinds";
import { clock } from "./clock";
import { fingerprint, seal } from "./crypto";
import type { Tx } from "./database";

/** What it is about, and the account that it is written for: the letter goes when the account does, wherever it was sent. */
type Owned =
  | { kind: AccountMailKind; accountId: AccountId }
  | { kind: DemandeMailKind; accountId: AccountId | null }
  | { kind: OtherMailKind; accountId?: never };

export type QueuedMail = Owned & {
  /** One address, normalised. */
  to: string;
  /** Deterministic per event and recipient: queuing the same event twice adds nothing. */
  key: string;
  content: MailContent;
};

/** Hash by which the outbox counts and erases what goes to an address. */
export function recipientHash(email: string): string {
  return fingerprint("recipient", email);
}

/** Writes the e-mail in the caller's transaction; the worker sends it. Returns whether it is new. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<boolean> {
  const now = clock.now();
  const rows = await tx
    .insert(outbox)
    .values({
      id: newId<MailId>(),
      key: mail.key,
      kind: mail.kind,
      accountId: mail.accountId ?? null,
      recipientHash: recipientHash(mail.to),
      content: seal("outbox", JSON.stringify({ to: mail.to, content: mail.content })),
      createdAt: now,
      nextAttemptAt: now,
    })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id });
  return rows.length > 0;
}
