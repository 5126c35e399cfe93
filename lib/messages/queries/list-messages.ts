import { and, asc, eq, ne } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { messages } from "@/db/schema/messages";
import { agents } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { reachableBy } from "@/lib/demandes/access/scope";
import { isStaff } from "@/lib/kernel/staff";
import type { DemandeId } from "@/lib/shared/ids";
import type { MessageView } from "../types";

/** The thread of a demande, oldest first. Empty for what is absent or somebody else's. */
export async function listMessages(actor: Actor, demandeId: DemandeId): Promise<MessageView[]> {
  const rows = await database()
    .select({
      id: messages.id,
      author: messages.author,
      agentId: messages.agentId,
      agentName: agents.name,
      serviceName: services.name,
      applicantName: demandes.applicantName,
      body: messages.body,
      sentAt: messages.sentAt,
      readAt: messages.readAt,
    })
    .from(messages)
    .innerJoin(demandes, eq(demandes.id, messages.demandeId))
    .innerJoin(services, eq(services.id, demandes.serviceId))
    .leftJoin(agents, eq(agents.id, messages.agentId))
    .where(and(eq(messages.demandeId, demandeId), ne(demandes.status, "draft"), reachableBy(actor)))
    .orderBy(asc(messages.sentAt), asc(messages.id));
  const isForStaff = isStaff(actor);
  return rows.map(({ id, author, body, sentAt, readAt, ...names }) => {
    const isMine = isForStaff ? names.agentId === actor.agentId : author === "citizen";
    return {
      id,
      author,
      body,
      sentAt,
      isRead: readAt !== null,
      isMine,
      by: isMine ? "Vous" : nameOf(author, names, isForStaff),
    };
  });
}

type Names = { agentName: string | null; serviceName: string; applicantName: string | null };

/** Its owner reads the name of the service; agents read each other's. */
function nameOf(
  author: MessageView["author"],
  { agentName, serviceName, applicantName }: Names,
  isForStaff: boolean,
): string {
  if (author === "citizen") return applicantName ?? "Le demandeur";
  return isForStaff && agentName ? agentName : serviceName;
}
