import { and, inArray, isNull } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import { clock } from "@/lib/kernel/clock";
import { claim, type Personal } from "@/lib/kernel/personal-data";
import { listMessages } from "./queries/list-messages";

const counted = { kept: "how many messages were exchanged, when, and by which agents is counted" };

/** The words of the thread go with what the demande says; those that nobody opened no longer wait for anyone. */
export const messagesPersonal = {
  tables: {
    messages: claim(
      messages,
      { with: "demande", by: messages.demandeId },
      {
        id: counted,
        demandeId: counted,
        author: counted,
        agentId: counted,
        body: { becomes: "" },
        sentAt: counted,
        readAt: counted,
      },
    ),
  },
  anonymise: async (tx, demandes) => {
    const ids = demandes.map(({ id }) => id);
    const unread = and(inArray(messages.demandeId, ids), isNull(messages.readAt));
    await tx.update(messages).set({ readAt: clock.now() }).where(unread);
  },
  copyOfDemande: async (owner, demandeId) => ({
    messages: (await listMessages(owner, demandeId)).map(({ sentAt, by, body, isRead }) => ({
      date: sentAt,
      de: by,
      texte: body,
      lu: isRead,
    })),
  }),
} satisfies Personal;
