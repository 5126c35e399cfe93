import { and, desc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database, type Reader, type Tx } from "@/lib/kernel/database";

/** Five letters an hour and twenty a day to one address, whoever asks (docs/numbers.md). */
const most = { anHour: 5, aDay: 20 } as const;
const hour = 60;
const day = 24 * hour;

/**
 * When a letter to an address without account may leave: now, or after those of these kinds that already have their turn. One
 * transaction at a time decides for an address, so that letters written together do not all find it free.
 */
export async function nextTurn(tx: Tx, recipientHash: string, kinds: readonly string[]): Promise<Date> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mail-turn:${recipientHash}`}, 0))`);
  return turnAfter(await latestTurns(tx, recipientHash, kinds));
}

/**
 * When each of many letters, told by their addresses, may leave, in one statement whatever their number. Nobody waits for another: one
 * who writes to such an address at the same instant may find it free too, and so send it a sixth letter in an hour.
 */
export async function nextTurns(tx: Tx, recipientHashes: readonly string[], kinds: readonly string[]): Promise<Date[]> {
  const taken = await latestTurnsOfEach(tx, [...new Set(recipientHashes)], kinds);
  return recipientHashes.map((hash) => {
    const turns = taken.get(hash) ?? [];
    const turn = turnAfter(turns);
    taken.set(hash, [turn, ...turns].sort((a, b) => b.getTime() - a.getTime()).slice(0, most.aDay));
    return turn;
  });
}

/** Whether an address has had, or is to have, its twenty letters of a day: one more asks whose it is. */
export async function isCrowded(recipientHash: string, kinds: readonly string[]): Promise<boolean> {
  return (await latestTurns(database(), recipientHash, kinds)).length >= most.aDay;
}

function turnAfter(turns: readonly Date[]): Date {
  const earliest = [
    clock.now(),
    minutesAfter(turns[most.anHour - 1], hour),
    minutesAfter(turns[most.aDay - 1], day),
  ].map((date) => date.getTime());
  return new Date(Math.max(...earliest));
}

async function latestTurns(reader: Reader, recipientHash: string, kinds: readonly string[]): Promise<Date[]> {
  const rows = await turnsOf(reader, eq(outbox.recipientHash, recipientHash), kinds);
  return rows.map(({ at }) => at);
}

/** Of each of these addresses that has some. */
async function latestTurnsOfEach(reader: Reader, recipientHashes: readonly string[], kinds: readonly string[]) {
  const turns = new Map<string, Date[]>();
  if (recipientHashes.length === 0) return turns;
  const one = turnsOf(reader, sql`${outbox.recipientHash} = wanted.hash`, kinds).as("one");
  const rows = await reader
    .select({ hash: sql<string>`wanted.hash`, at: one.at })
    .from(
      sql`unnest(array[${sql.join(
        recipientHashes.map((hash) => sql`${hash}`),
        sql`, `,
      )}]::text[]) as wanted(hash)`,
    )
    .crossJoinLateral(one);
  for (const { hash, at } of rows) turns.set(hash, [...(turns.get(hash) ?? []), at]);
  return turns;
}

/**
 * Of the last twenty-four hours and to come, the last first: a letter keeps there the instant when it left. One that left later than
 * now, or was written later, is of a clock that ran ahead: it takes no turn, or the address would wait for that day.
 */
function turnsOf(reader: Reader, whose: SQL, kinds: readonly string[]) {
  return reader
    .select({ at: outbox.nextAttemptAt })
    .from(outbox)
    .where(
      and(
        whose,
        isNull(outbox.accountId),
        inArray(outbox.kind, [...kinds]),
        gt(outbox.nextAttemptAt, clock.inMinutes(-day)),
        or(
          lte(outbox.nextAttemptAt, clock.horizon()),
          and(eq(outbox.state, "waiting"), lte(outbox.createdAt, clock.horizon())),
        ),
      ),
    )
    .orderBy(desc(outbox.nextAttemptAt))
    .limit(most.aDay);
}

function minutesAfter(date: Date | undefined, minutes: number): Date {
  return new Date((date?.getTime() ?? 0) + minutes * 60_000);
}
