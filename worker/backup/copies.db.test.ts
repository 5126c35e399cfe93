import { copyFile, mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { connect as dial, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import postgres from "postgres";
import { fillTown } from "@/db/test/fill-town";
import { connect, listTables, quoted } from "./database";
import { dumpDatabase } from "./dump";
import { newBackupKey, readManifest, tableFile, Unreadable, writeManifest } from "./layout";
import { CannotLoad, loadDatabase } from "./load";
import { readStructure } from "./structure";
import { Stalled, watch } from "./watch";

const source = process.env.DATABASE_URL ?? "";
const quiet = { alive: () => undefined, onProgress: () => undefined, onPiece: () => undefined };
const made: string[] = [];
const databases: string[] = [];
const clients: pg.Client[] = [];
let backup: string;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parvis-copies-"));
  made.push(folder);
  return folder;
}

async function open(url: string): Promise<pg.Client> {
  const client = await connect(url);
  clients.push(client);
  return client;
}

/** Another town, migrated and empty. */
async function newTarget(): Promise<string> {
  const { PARVIS_TEST_SERVER: server = "", PARVIS_TEST_TEMPLATE: template = "" } = process.env;
  const name = `parvis_test_${process.pid}_${Date.now().toString(36)}_target_${databases.length}`;
  const client = await open(server);
  await client.query(`create database "${name}" template "${template}" strategy file_copy`);
  databases.push(name);
  return server.replace(/\/[^/]*$/, `/${name}`);
}

async function save(url: string): Promise<string> {
  const folder = await newFolder();
  const { wrapped, key } = newBackupKey();
  const contents = { ...(await dumpDatabase({ client: await open(url), folder, key, ...quiet })), files: 0 };
  await writeManifest(folder, { version: "0.0.0", at: new Date(), wrapped, contents });
  return folder;
}

/** Every line of every table, as one figure a table. */
async function everything(client: pg.Client): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${quoted(name)} t`,
    );
    seen[name] = rows[0]?.hash ?? "";
  }
  return seen;
}

/** A road to the database that goes dead after so many bytes either way: nothing passes, nothing is refused. */
async function deadRoad(url: string, bytes: number): Promise<{ url: string; close: () => void }> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let left = bytes;
  const pass = (from: Socket, to: Socket) =>
    from.on("data", (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) to.write(chunk);
    });
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on("error", () => undefined);
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here.href,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

beforeAll(async () => {
  const sql = postgres(source, { max: 1, onnotice: () => undefined });
  await fillTown(sql, { demandes: 3_000 });
  await sql.end();
  backup = await save(source);
}, 60_000);

afterAll(async () => {
  const client = await open(process.env.PARVIS_TEST_SERVER ?? "");
  for (const name of databases) await client.query(`drop database if exists "${name}" with (force)`);
  for (const one of clients) await one.end();
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

describe("a backup", () => {
  it("comes to its end whatever the number of lines: forty tables of 100 to 12,800", async () => {
    const target = await newTarget();
    const client = await open(target);
    for (let index = 0; index < 40; index += 1)
      await client.query(
        `create table copy_${index} as select i, md5(i::text) as one, repeat(md5(i::text), 4) as two
        from generate_series(1, ${100 * 2 ** (index % 8)}) i`,
      );
    const { contents } = await readManifest(await save(target));
    const rows = contents.tables.filter(({ name }) => name.startsWith("copy_")).map((table) => table.rows);
    expect(rows.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => 100 * 2 ** Math.floor(index / 5)),
    );
  }, 60_000);

  it("says how far it is, from nothing to everything", async () => {
    const shares: number[] = [];
    const { key } = newBackupKey();
    await dumpDatabase({
      client: await open(source),
      folder: await newFolder(),
      key,
      alive: () => undefined,
      onProgress: (_table, share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it("shows nothing to whoever has not its key", async () => {
    for (const entry of await readdir(backup, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), "latin1");
      expect(text).not.toMatch(/usager|example\.org|Camille/);
    }
  });

  it("is given up when the database goes silent in the middle of a table", async () => {
    const road = await deadRoad(source, 400_000);
    const { key } = newBackupKey();
    const folder = await newFolder();
    const client = await connect(road.url);
    const dumped = watch(0.5, (alive) => dumpDatabase({ ...quiet, client, folder, key, alive }));
    await expect(dumped).rejects.toThrow(Stalled);
    road.close();
  });
});

describe("a restore", () => {
  it("brings back every line, key, index and link, and the numbers go on", async () => {
    const target = await newTarget();
    const [before, after] = [await open(source), await open(target)];
    const structure = await readStructure(after);
    await loadDatabase({ url: target, backup: await readManifest(backup), ...quiet });
    expect(await everything(after)).toEqual(await everything(before));
    expect(await readStructure(after)).toEqual(structure);
    expect(structure.links.length).toBeGreaterThan(20);
    const next = "insert into blob_deletions (storage_key, asked_at) values ('x', now()) returning id";
    expect((await after.query<{ id: string }>(next)).rows[0]?.id).toBe("1");
    const event = `insert into demande_events (demande_id, at, actor, from_status, to_status, revision)
      select id, now(), 'system', 'pending', 'pending', 1 from demandes limit 1 returning id > (select max(id) from demande_events) as is_next`;
    expect((await after.query<{ is_next: boolean }>(event)).rows[0]?.is_next).toBe(true);
  });

  it("leaves nothing behind when a line is missing, and nothing when a link is broken", async () => {
    const target = await newTarget();
    const client = await open(target);
    const [structure, empty] = [await readStructure(client), await everything(client)];
    const whole = await readManifest(backup);
    const tables = whole.contents.tables.map((table) =>
      table.name === "demandes" ? { ...table, rows: table.rows + 1 } : table,
    );
    const short = { ...whole, contents: { ...whole.contents, tables } };
    await expect(loadDatabase({ url: target, backup: short, ...quiet })).rejects.toThrow(
      new CannotLoad("lines_missing", "demandes"),
    );
    const orphans = {
      ...whole,
      contents: { ...whole.contents, tables: whole.contents.tables.filter(({ name }) => name !== "accounts") },
    };
    await expect(loadDatabase({ url: target, backup: orphans, ...quiet })).rejects.toThrow(/foreign key/);
    expect(await everything(client)).toEqual(empty);
    expect(await readStructure(client)).toEqual(structure);
  });

  it("is refused over data, from another version, with a table that is not here", async () => {
    const whole = await readManifest(backup);
    const refused = (change: object, reason: CannotLoad) =>
      expect(
        loadDatabase({ url: source, backup: { ...whole, contents: { ...whole.contents, ...change } }, ...quiet }),
      ).rejects.toThrow(reason);
    await refused({}, new CannotLoad("not_empty"));
    await refused({ migrations: ["other"] }, new CannotLoad("other_version"));
    await refused(
      { tables: [{ name: "other", columns: ["id"], rows: 0, bytes: 0 }] },
      new CannotLoad("unknown_table", "other"),
    );
  });

  it("names the table that is put in the place of another, cut or lost, and opens neither it nor a manifest of other keys or cut short", async () => {
    const target = await newTarget();
    const folder = await save(source);
    await copyFile(tableFile(folder, "services"), tableFile(folder, "organisations"));
    const damaged = new CannotLoad("damaged", "organisations");
    const load = async () => loadDatabase({ url: target, backup: await readManifest(folder), ...quiet });
    await expect(load()).rejects.toThrow(damaged);
    await truncate(tableFile(folder, "organisations"), 60);
    await expect(load()).rejects.toThrow(damaged);
    await rm(tableFile(folder, "organisations"));
    await expect(load()).rejects.toThrow(damaged);
    const { wrapped } = newBackupKey();
    const other = { version: "0.0.0", at: new Date(), contents: { migrations: [], tables: [], files: 0 } };
    await writeManifest(folder, { ...other, wrapped: `${wrapped.slice(0, -4)}AAAA` });
    await expect(readManifest(folder)).rejects.toThrow(new Unreadable("other_keys"));
    await rm(join(folder, "manifest.json"));
    await expect(readManifest(folder)).rejects.toThrow(new Unreadable("incomplete"));
  });

  it("is given up when the database goes silent", async () => {
    const target = await newTarget();
    const road = await deadRoad(target, 600_000);
    const whole = await readManifest(backup);
    const loaded = watch(0.5, (alive) => loadDatabase({ ...quiet, url: road.url, backup: whole, alive }));
    await expect(loaded).rejects.toThrow(Stalled);
    road.close();
  });
});
