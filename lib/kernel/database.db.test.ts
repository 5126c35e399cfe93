import { sql } from "drizzle-orm";
import postgres from "postgres";
import { database } from "./database";
import { env } from "./env";
import { surviveLateWrites } from "./late-write";
import { logger } from "./logger";

// A connection that waits for nothing does so for five seconds.
jest.setTimeout(60_000);
const log = jest.spyOn(logger(), "warn").mockImplementation();
const lateWrites = () => log.mock.calls.filter(([line]) => JSON.stringify(line).includes("database.late_write")).length;
let killer: postgres.Sql;

beforeAll(() => {
  surviveLateWrites();
  killer = postgres(env().DATABASE_URL, { max: 1, onnotice: () => undefined });
});
beforeEach(() => log.mockClear());
afterAll(async () => {
  process.setUncaughtExceptionCaptureCallback(null);
  await killer.end();
  await database().$client.end();
});

/** What Postgres does to everybody when it stops. */
async function stopEverybody(): Promise<void> {
  await killer`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'parvis'`;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isTrue()).toBe(true);
}

function gate() {
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open };
}

/** The database stops between two queries of a transaction, which then asks its second. Gives the code that its caller was told. */
async function cutInTheMiddle(): Promise<unknown> {
  const [begun, cut] = [gate(), gate()];
  const told = database()
    .transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      begun.open();
      await cut.isOpen;
      await tx.execute(sql`select 2`);
    })
    .catch((error: unknown) => (error as { code?: string }).code);
  await Promise.race([begun.isOpen, told]);
  await stopEverybody();
  const code = await told;
  cut.open();
  return code;
}

describe("a database that stops in the middle of a transaction", () => {
  it("is told to its caller, and is a line of the log rather than an error that nobody can catch", async () => {
    const before = database();
    // One of the three, after what reached the client first: the last words of the server, or the end of the socket.
    expect(["57P01", "CONNECTION_CLOSED", "ECONNRESET"]).toContain(await cutInTheMiddle());
    await until(() => lateWrites() === 1 && database() !== before);
  });

  it("leaves no connection that waits for nothing: a new pool serves what comes", async () => {
    const before = database();
    await Promise.all(Array.from({ length: 10 }, cutInTheMiddle));
    await until(() => database() !== before);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => database().execute<{ n: number }>(sql`select 1 as n`)),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(Array(40).fill(1));
  });

  it("lets what goes on elsewhere in the replaced pool end by itself", async () => {
    const [begun, replaced] = [gate(), gate()];
    const before = database();
    const long = before.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      begun.open();
      await replaced.isOpen;
      return tx.execute<{ pid: number }>(sql`select ${row?.pid ?? 0}::int as pid`);
    });
    await begun.isOpen;
    const one = await before.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await killer`select pg_terminate_backend(${one[0]?.pid ?? 0})`;
    await until(() => database() !== before);
    replaced.open();
    expect(await long).toHaveLength(1);
  });
});
