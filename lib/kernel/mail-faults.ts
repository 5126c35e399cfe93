import { sql } from "drizzle-orm";
import { database } from "./database";

/**
 * Mails that the outbox and the embedded mailbox do not tell alike: said sent but absent, or present without having been
 * asked. Only those of the week: older ones are purged from either side. Both keep the key of the event. Reads whole tables: for the integrity check only.
 */
export async function listMailFaults(): Promise<{ rule: string; subject: string }[]> {
  const absent = await database().execute<{ subject: string }>(sql`
    select o.key as subject from outbox o left join mailbox m on m.key = o.key 
    where o.state = 'sent' and o.sent_at > now() - interval '7 days' and m.key is null`);
  const unasked = await database().execute<{ subject: string }>(sql`
    select m.key as subject from mailbox m left join outbox o on o.key = m.key
    where o.id is null and m.sent_at > now() - interval '7 days'`);
  return [
    ...absent.map(({ subject }) => ({ rule: "a mail said sent is in the mailbox", subject })),
    ...unasked.map(({ subject }) => ({ rule: "the mailbox holds only mails that were queued", subject })),
  ];
}
