import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { messages } from "@/db/schema/messages";
import type { Staff } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";

/** A message of a citizen that no agent has opened yet. */
export type MessageToRead = { number: string; demarcheTitle: string; applicantName: string; sentAt: Date };

const shown = 50;
const counted = 100;

/** The oldest first, fifty at most, of the services that the agent serves. */
export async function listMessagesToRead(agent: Staff): Promise<MessageToRead[]> {
  const rows = await database()
    .select({
      number: demandes.number,
      demarcheTitle: demarches.title,
      applicantName: demandes.applicantName,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .innerJoin(demandes, eq(demandes.id, messages.demandeId))
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(toRead(agent))
    .orderBy(asc(messages.sentAt))
    .limit(shown);
  return rows.flatMap(({ number, applicantName, ...row }) =>
    number ? [{ ...row, number, applicantName: applicantName ?? "" }] : [],
  );
}

/** How many wait to be read, at most a hundred. */
export async function countMessagesToRead(agent: Staff): Promise<number> {
  const rows = await database()
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(demandes, eq(demandes.id, messages.demandeId))
    .where(toRead(agent))
    .limit(counted);
  return rows.length;
}

function toRead({ serviceIds }: Staff): SQL | undefined {
  return and(eq(messages.author, "citizen"), isNull(messages.readAt), inArray(demandes.serviceId, [...serviceIds]));
}
