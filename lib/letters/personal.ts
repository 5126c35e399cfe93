import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { mailbox, outbox, robotCodes, subjectOf } from "@/db/schema/platform";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { claim, type Archive, type Personal } from "@/lib/kernel/personal-data";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { forgetMailsAbout, forgetMailsOf, forgetMailsTo } from "./outbox/forget-mails";

/** Letters, and the codes sent by them: no key leads from them to anybody, their rows say for whom and about what they are. */
export const lettersPersonal = {
  tables: {
    outbox: claim(
      outbox,
      { with: "module" },
      {
        id: "erased",
        key: "erased",
        kind: "erased",
        channel: "erased",
        accountId: "erased",
        recipientHash: "erased",
        content: "erased",
        state: "erased",
        attempts: "erased",
        createdAt: "erased",
        nextAttemptAt: "erased",
        sentAt: "erased",
        lastError: "erased",
      },
      outbox.accountId,
    ),
    mailbox: claim(
      mailbox,
      { with: "module" },
      {
        id: "erased",
        key: "erased",
        sentAt: "erased",
        recipient: "erased",
        sender: "erased",
        subject: "erased",
        text: "erased",
        html: "erased",
        attachments: "erased",
      },
    ),
    robotCodes: claim(
      robotCodes,
      { with: "module" },
      { recipientHash: "erased", codeHash: "erased", tries: "erased", expiresAt: "erased" },
    ),
  },
  erase: async (tx, leavers) => {
    await forgetMailsOf(
      tx,
      leavers.map(({ id }) => id),
    );
    for (const { email } of leavers) if (email !== null) await forgetMailsTo(tx, email);
  },
  anonymise: (tx, demandes) =>
    forgetMailsAbout(
      tx,
      demandes.map(({ id }) => id),
    ),
  copy: async (owner, archive) => ({ data: { courrielsEnvoyes: await lettersOf(owner, archive) } }),
} satisfies Personal;

/**
 * What was written to the person and when, at each address that they had; the words of a letter are erased once it has left.
 * An address that was somebody else's brings nothing of theirs: a letter without account counts only if it is about a demande
 * of this one, filed before the account.
 */
async function lettersOf({ accountId }: Citizen, { email, demandes }: Archive) {
  const own = demandes.map(({ id }) => id);
  const beforeIt = and(
    isNull(outbox.accountId),
    eq(outbox.recipientHash, recipientHash(email ?? "")),
    inArray(subjectOf(outbox.key), own),
  );
  return database()
    .select({ objet: outbox.kind, ecriture: outbox.createdAt, envoi: outbox.sentAt })
    .from(outbox)
    .where(or(eq(outbox.accountId, accountId), beforeIt))
    .orderBy(desc(outbox.createdAt));
}
