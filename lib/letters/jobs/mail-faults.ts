import { sql, type SQL } from "drizzle-orm";
import { readWithin } from "@/lib/kernel/within-time";

type Fault = { rule: string; subject: string };
type Slice = { key: string; isFault: boolean };

const size = 10_000;
const rules: Readonly<Record<string, (after: string) => SQL>> = {
  "a mail said sent is in the mailbox": (after) => sql`
    select o.key, coalesce(o.state = 'sent' and o.sent_at > now() - interval '7 days', false)
      and not exists (select 1 from mailbox m where m.key = o.key) as "isFault"
    from outbox o where o.key > ${after} order by o.key limit ${size}`,
  "the mailbox holds only mails that were queued": (after) => sql`
    select m.key, m.sent_at > now() - interval '7 days' and not exists (select 1 from outbox o where o.key = m.key) as "isFault"
    from mailbox m where m.key > ${after} order by m.key limit ${size}`,
};

/**
 * Mails that the outbox and the embedded mailbox do not tell alike: said sent but absent, or present without having been
 * asked. Only those of the week: older ones are purged from either side. Both keep the key of the event, by which both are walked, a
 * slice at a time; each gives how many mails it read. For the integrity check only.
 */
export async function* walkMails(): AsyncGenerator<{ mails: number; faults: Fault[] }> {
  for (const [rule, query] of Object.entries(rules)) {
    let after: string | undefined = "";
    while (after !== undefined) {
      const slice: Slice[] = await readWithin(60, (tx) => tx.execute<Slice>(query(after ?? "")));
      const faults = slice.filter(({ isFault }) => isFault).map(({ key }) => ({ rule, subject: key }));
      yield { mails: slice.length, faults };
      after = slice.length < size ? undefined : slice.at(-1)?.key;
    }
  }
}

/** All of them at once: for tests. */
export async function listMailFaults(): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const judged of walkMails()) faults.push(...judged.faults);
  return faults;
}
