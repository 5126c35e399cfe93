import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import {
  auditEvents,
  consumedChallenges,
  mailbox,
  outbox,
  rateLimits,
  robotCodes,
  subjectOf,
} from "@/db/schema/platform";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";
import type { Citizen } from "./actor";
import { database } from "./database";
import { forgetMailsAbout, forgetMailsOf, forgetMailsTo } from "./forget-mails";
import { recipientHash } from "./outbox";
import { claim, type Archive, type Personal } from "./personal-data";

const journal = {
  kept: "the journal is kept a year, whoever went: it holds no personal datum, and the account no longer leads to one",
};

/** Letters and the codes sent by them; what counts tries, under fingerprints; the journal. */
export const kernelPersonal = {
  tables: {
    outbox: claim(
      outbox,
      { with: "module" },
      {
        id: "erased",
        key: "erased",
        kind: "erased",
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
    rateLimits: claim(
      rateLimits,
      { with: "time", task: "menage" },
      { key: "erased", count: "erased", windowStart: "erased", blockedUntil: "erased", expiresAt: "erased" },
    ),
    consumedChallenges: claim(
      consumedChallenges,
      { with: "time", task: "menage" },
      { key: "erased", usedFor: "erased", expiresAt: "erased" },
    ),
    auditEvents: claim(
      auditEvents,
      { with: "time", task: "menage" },
      {
        id: journal,
        at: journal,
        actorKind: journal,
        actorId: journal,
        verb: journal,
        subjectId: journal,
        details: journal,
      },
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
  copy: async (owner, archive) => ({
    data: { courrielsEnvoyes: await lettersOf(owner, archive), journal: await actsOf(owner) },
  }),
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

/** What the journal says of the person's own acts; those of agents are not theirs. */
async function actsOf({ accountId }: Citizen) {
  const rows = await database()
    .select({
      at: auditEvents.at,
      verb: auditEvents.verb,
      subjectId: auditEvents.subjectId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorKind, "citizen"), eq(auditEvents.actorId, accountId)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id));
  return rows.map(({ at, verb, subjectId, details }) => ({
    date: at,
    acte: auditVerbLabels[verb],
    objet: subjectId,
    precisions: details,
  }));
}
