import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { tell } from "@/lib/demandes/moves/announce";
import { lockDemande } from "@/lib/demandes/moves/lock-demande";
import { canReadMessages, canWriteMessage } from "@/lib/demandes/policy";
import { newId, type DemandeId, type MessageId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { markRead } from "../steps/mark-read";
import type { SendMessage } from "../schema";

/** Messages in a row without an answer, beyond which one waits for the service. */
const mostUnanswered = 20;

/**
 * Writes in the thread of a demande (F83, F103), as its owner or as an agent of its service. The owner is told by e-mail
 * that a message waits, without its text; an agent who answers has read what was written. « closed »: the démarche has no exchanges, or the demande is cancelled.
 */
export async function sendMessage(
  actor: Actor,
  input: SendMessage,
): Promise<Result<{ messageId: MessageId }, "closed" | "too_many">> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, input.demandeId);
    const { definition } = await getVersion(demande.versionId, tx);
    const thread = { ...demande, hasExchanges: definition.hasExchanges };
    if (demande.status === "draft") throw new NotFound();
    if (!canWriteMessage(actor, thread)) {
      if (definition.hasExchanges && !canReadMessages(actor, thread)) throw new NotFound();
      return refuse("closed");
    }
    if (!isStaff(actor) && (await isWaiting(tx, demande.id))) return refuse("too_many");

    const messageId = await write(tx, actor, input);
    await record("message.sent", messageId);
    if (isStaff(actor)) {
      await markRead(tx, demande.id, "citizen");
      await tell(tx, demande, `message:${messageId}`, "demande.message", (about) => about);
    }
    return done({ messageId });
  });
}

async function write(tx: Tx, actor: Actor, { demandeId, body }: SendMessage): Promise<MessageId> {
  const id = newId<MessageId>();
  await tx.insert(messages).values({
    id,
    demandeId,
    author: isStaff(actor) ? "agent" : "citizen",
    agentId: isStaff(actor) ? actor.agentId : null,
    body,
    sentAt: clock.now(),
  });
  return id;
}

async function isWaiting(tx: Tx, demandeId: DemandeId): Promise<boolean> {
  const last = await tx
    .select({ author: messages.author })
    .from(messages)
    .where(and(eq(messages.demandeId, demandeId)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(mostUnanswered);
  return last.length === mostUnanswered && last.every(({ author }) => author === "citizen");
}
