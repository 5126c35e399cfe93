import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { createDatabase, type Database } from "@/db/client";
import { abandonPools, database, replaceDatabase } from "./database";
import { isDatabaseAway } from "./database-away";
import { env } from "./env";
import { listen } from "./silence";

jest.setTimeout(60_000);

/** A network before Postgres, that stops bringing anything either way, and closes nothing. */
let network: Server;
let isSilent = false;
const sockets = new Set<Socket>();
let url: string;

beforeAll(async () => {
  const real = new URL(env().DATABASE_URL);
  network = createServer((client) => {
    const server = connect(Number(real.port || 5432), real.hostname);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on("data", (part) => void (isSilent || other.write(part)));
      one.on("error", () => undefined).on("close", () => void (isSilent || other.destroy()));
    }
  });
  await new Promise<void>((resolve) => network.listen(0, "127.0.0.1", resolve));
  const near = new URL(real);
  near.host = `127.0.0.1:${(network.address() as AddressInfo).port}`;
  url = near.href;
});
beforeEach(() => (isSilent = false));
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => network.close(resolve));
  await database().$client.end();
});

/** « answered », or whether its refusal means that the database is away. */
const outcomeOf = (asked: Promise<unknown>) => asked.then(() => "answered", isDatabaseAway);

function gate() {
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open };
}

/** A transaction under way when the network goes silent, a query and a transaction that begin then; what each is told. */
async function waitInSilence(pool: Database): Promise<Promise<unknown>[]> {
  const [begun, silent] = [gate(), gate()];
  const told = pool.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    begun.open();
    await silent.isOpen;
    await tx.execute(sql`select 2`);
  });
  await Promise.all([begun.isOpen, pool.execute(sql`select 1`)]);
  isSilent = true;
  silent.open();
  return [
    outcomeOf(told),
    outcomeOf(pool.execute(sql`select 1`)),
    outcomeOf(pool.transaction(async () => Promise.resolve())),
  ];
}

describe("a database that says nothing any more, and closes nothing", () => {
  it("is heard to be silent; whoever waits is told that it is away, and whoever comes is served anew", async () => {
    const heard = gate();
    listen(url, { every: 50, patience: 500 }, heard.open);
    const pool = createDatabase(url, { max: 3, connectTimeout: 60, statementTimeout: 20_000 });
    replaceDatabase(pool);
    const told = await waitInSilence(pool);
    await heard.isOpen;
    abandonPools();
    expect(await Promise.all(told)).toEqual([true, true, true]);
    expect(await database().execute<{ n: number }>(sql`select 1 as n`)).toMatchObject([{ n: 1 }]);
  });

  it("is not what a database that refuses is", async () => {
    const onSilence = jest.fn();
    const nobody = new URL(url);
    nobody.port = "9";
    const stop = listen(nobody.href, { every: 10, patience: 30 }, onSilence);
    await outcomeOf(createDatabase(nobody.href, { max: 1 }).execute(sql`select 1`));
    stop();
    expect(onSilence).not.toHaveBeenCalled();
  });
});
