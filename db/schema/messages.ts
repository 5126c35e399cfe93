import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AgentId, DemandeId, MessageId } from "@/lib/shared/ids";
import { id, instant } from "./columns";
import { demandes } from "./demandes";
import { agents } from "./staff";

/** The thread of a demande (F83, F103): read in the portal, announced by e-mail. */
export const messages = pgTable(
  "messages",
  {
    id: id<MessageId>(),
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    author: text("author").$type<"citizen" | "agent">().notNull(),
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .references(() => agents.id),
    body: text("body").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** When the other side opened it (F108). */
    readAt: instant("read_at"),
  },
  (t) => [
    index("messages_demande").on(t.demandeId, t.sentAt),
    index("messages_to_read_by_citizens")
      .on(t.demandeId)
      .where(sql`${t.author} = 'agent' and ${t.readAt} is null`),
    index("messages_to_read_by_agents")
      .on(t.sentAt)
      .where(sql`${t.author} = 'citizen' and ${t.readAt} is null`),
  ],
);
