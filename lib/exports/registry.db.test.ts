import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import * as schema from "@/db/schema/all";
import { database, type Reader } from "@/lib/kernel/database";
import type { Claim } from "@/lib/kernel/personal-data";
import { everyClaim, forgotten, impersonal, personalOf } from "./registry";

/** Decision 040: what Postgres holds of a person is claimed by one module, column by column. */
afterAll(() => database().$client.end());

/** The tables of the town alone; pg-boss and the migrations have schemas of their own. */
async function columnsOf(reader: Reader): Promise<Map<string, string[]>> {
  const rows = await reader.execute<{ table: string; column: string }>(sql`
    select t.table_name as "table", c.column_name as "column" from information_schema.tables t
    join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`);
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

type Key = { from: string; to: string; column: string; cascades: boolean };

async function keysOf(reader: Reader): Promise<Key[]> {
  return reader.execute<Key>(sql`
    select f.relname as "from", t.relname as "to", a.attname as "column", k.confdeltype = 'c' as "cascades"
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and f.relnamespace = 'public'::regnamespace`);
}

/** Every table from which keys lead to an account or to a demande, however many. */
function leadingToSomebody(keys: readonly Key[]): Set<string> {
  const found = new Set(["accounts", "demandes"]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { from, to } of keys) if (found.has(to)) found.add(from);
  }
  return found;
}

const nameOf = ({ table }: Claim) => getTableName(table);
const tablesOfNobody: readonly string[] = Object.keys(impersonal).map((key) =>
  getTableName(schema[key as keyof typeof impersonal]),
);

async function problems(reader: Reader): Promise<string[]> {
  const [tables, keys] = [await columnsOf(reader), await keysOf(reader)];
  const led = leadingToSomebody(keys);
  return [...tables].flatMap(([table, columns]) => {
    const claims = everyClaim.filter((each) => nameOf(each) === table);
    const isOfNobody = tablesOfNobody.includes(table);
    if (claims.length + (isOfNobody ? 1 : 0) !== 1) return [`${table}: claimed by ${claims.length} modules`];
    if (isOfNobody && led.has(table)) return [`${table}: leads to somebody`];
    return claims.flatMap((claim) => [...columnProblems(claim, columns), ...endProblems(claim, keys)]);
  });
}

function columnProblems(claim: Claim, columns: readonly string[]): string[] {
  const properties = Object.entries(getTableColumns(claim.table));
  const said = new Set(properties.flatMap(([key, { name }]) => (key in claim.fates ? [name] : [])));
  return columns.filter((name) => !said.has(name)).map((name) => `${nameOf(claim)}.${name}: nothing is said of it`);
}

/** What is said to go must be reached: by a key, or by the row that it hangs on. */
function endProblems(claim: Claim, keys: readonly Key[]): string[] {
  const own = keys.filter(({ from }) => from === nameOf(claim));
  const { end } = claim;
  const erased = Object.values(claim.fates).filter((fate) => fate === "erased").length;
  const isHalf = erased > 0 && erased < Object.keys(claim.fates).length;
  const wrong = isHalf ? [`${nameOf(claim)}: a row is erased whole or not at all`] : [];
  if (end.with === "parent" && !own.some(({ to, cascades }) => cascades && to === getTableName(end.parent)))
    wrong.push(`${nameOf(claim)}: no key erases it with ${getTableName(end.parent)}`);
  if (end.with === "account" || end.with === "demande") {
    const owner = end.with === "account" ? "accounts" : "demandes";
    const leads = own.some(({ to, column }) => to === owner && column === end.by.name);
    if (nameOf(claim) !== owner && !leads) wrong.push(`${nameOf(claim)}: its key does not lead to ${owner}`);
  }
  for (const { to, column } of own)
    if (to === "accounts" && claim.account?.name !== column) wrong.push(`${nameOf(claim)}: names an account unsaid`);
  return wrong;
}

class Undo extends Error {}

/** What is found wrong once the schema has been changed so; the change is taken back. */
async function problemsAfter(change: string): Promise<string[]> {
  let found: string[] = [];
  const work = database().transaction(async (tx) => {
    await tx.execute(sql.raw(change));
    found = await problems(tx);
    throw new Undo();
  });
  await expect(work).rejects.toThrow(Undo);
  return found;
}

describe("personal data", () => {
  it("has one owner, and each column its fate", async () => {
    expect(await problems(database())).toEqual([]);
    expect(forgotten).toBeNull();
  });

  it("is found in a new table that nobody claims", async () => {
    const notes = "create table notes (demande_id uuid references demandes (id), body text)";
    expect(await problemsAfter(notes)).toEqual(["notes: claimed by 0 modules"]);
    expect(await problemsAfter("create table callers (phone text)")).toEqual(["callers: claimed by 0 modules"]);
  });

  it("is found in a new column, and behind a new key", async () => {
    const column = "alter table relations add column nickname text";
    expect(await problemsAfter(column)).toEqual(["relations.nickname: nothing is said of it"]);
    const key = "alter table job_runs add column message_id uuid references messages (id)";
    expect(await problemsAfter(key)).toEqual(["job_runs: leads to somebody"]);
    const uncascaded = `alter table wallet_files drop constraint wallet_files_document_id_wallet_documents_id_fk,
      add foreign key (document_id) references wallet_documents (id)`;
    expect(await problemsAfter(uncascaded)).toEqual(["wallet_files: no key erases it with wallet_documents"]);
  });

  it("is kept for a reason, and held by tables of nobody for another", () => {
    const fates = everyClaim.flatMap((claim) => Object.values(claim.fates));
    const kept = fates.flatMap((fate) => (typeof fate === "object" && "kept" in fate ? [fate.kept] : []));
    expect([...kept, ...Object.values(impersonal)].filter((reason) => reason.trim().length < 9)).toEqual([]);
  });

  it("of every module that has a personal.ts is in the list", () => {
    const lib = join(__dirname, "..");
    const modules = readdirSync(lib).filter((name) => existsSync(join(lib, name, "personal.ts")));
    expect(modules.sort()).toEqual(Object.keys(personalOf).sort());
  });
});
