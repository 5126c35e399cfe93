import { outbox } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import type { MailKind } from "@/lib/vocabulary/mail-kinds";
import { sealLetter } from "./outbox/sealed-letter";

type Written = { to: string; kind: MailKind; key: string; content: MailContent; accountId?: AccountId };

/** For tests: a row of finished sentences, as the outbox kept every letter before they were facts. */
export async function queueText(tx: Tx, { to, kind, key, content, accountId }: Written): Promise<void> {
  const now = clock.now();
  await tx
    .insert(outbox)
    .values({
      id: newId<MailId>(),
      key,
      kind,
      accountId: accountId ?? null,
      recipientHash: recipientHash(to),
      content: sealLetter({ to, content }),
      createdAt: now,
      nextAttemptAt: now,
    })
    .onConflictDoNothing({ target: outbox.key });
}
