import { outbox } from "@/db/schema/platform";
import type { MailContent } from "@/lib/shared/mail-content";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import { lotOf, type AccountMailKind, type DemandeMailKind, type OtherMailKind } from "@/lib/vocabulary/mail-kinds";
import { clock } from "./clock";
import { fingerprint, seal } from "./crypto";
import type { Tx } from "./database";
import { nextTurn } from "./mail-turn";

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

/**
 * Writes the e-mail in the caller's transaction; the worker sends it: now, or in its turn when it is about a demande and goes to an
 * address without account (mail-turn.ts). Returns whether it is new.
 */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<boolean> {
  const now = clock.now();
  const hash = recipientHash(mail.to);
  const lot = mail.accountId ? null : lotOf(mail.kind);
  const rows = await tx
    .insert(outbox)
    .values({
      id: newId<MailId>(),
      key: mail.key,
      kind: mail.kind,
      accountId: mail.accountId ?? null,
      recipientHash: hash,
      content: seal("outbox", JSON.stringify({ to: mail.to, content: mail.content })),
      createdAt: now,
      nextAttemptAt: lot ? await nextTurn(tx, hash, lot) : now,
    })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id });
  return rows.length > 0;
}
