import { sql } from "drizzle-orm";
import { plansOf, statementsOf } from "@/db/test/count-statements";
import { database } from "@/lib/kernel/database";
import type { AccountFilter, AccountView } from "../types/agent";
import { agent } from "../testing/staff";
import type { Agent } from "@/lib/kernel/actor";
import { nameSearchText } from "@/lib/shared/search-text";
import { countWaitingAccounts } from "./count-waiting";
import { listAccounts } from "./list-accounts";

const accountsCount = 20_000;
let reader: Agent;

beforeAll(async () => {
  reader = await agent();
  await database().execute(sql`
    insert into accounts (id, status, kind, email, username, first_name, last_name, search_text, validation, pending_profile, created_at)
    select gen_random_uuid(), case when i % 1000 = 1 then 'suspended' when i % 1000 = 6 then 'frozen' when i % 50 = 3 then 'deleted' else 'active' end, 'personal',
      'usager' || i || '@example.org', 'usager.' || i, 'Usager', 'N' || i, 'usager n' || i || ' usager.' || i || ' usager' || i || '@example.org',
      case when i % 200 = 2 then 'pending' else 'validated' end,
      case when i % 500 = 4 then '{"lastName":"Autre"}'::jsonb end, now() - make_interval(mins => ${accountsCount} - i / 2)
    from generate_series(1, ${accountsCount}) i`);
  await database().execute(sql`
    update accounts set first_name = 'Élodie', last_name = 'D’Aubigné-Li', email = 'elodie@autre.example', username = 'elodie.d-aubigne-li',
      search_text = ${nameSearchText(["Élodie", "D’Aubigné-Li", "elodie.d-aubigne-li", "elodie@autre.example"])} where username = 'usager.4010'`);
  await database().execute(sql`
    insert into account_recoveries (id, account_id, state, new_email, proof, asked_by, asked_at)
    select gen_random_uuid(), id, 'asked', 'x', 'x', ${reader.agentId}, now() from accounts where username in ('usager.10', 'usager.20')`);
  await database().execute(sql`vacuum analyze accounts`);
}, 60_000);

afterAll(() => database().$client.end());

async function everyLine(filter: AccountFilter) {
  const lines = [];
  let cursor: string | undefined;
  do {
    const page = await listAccounts(reader, { ...filter, cursor });
    lines.push(...page.lines);
    cursor = page.next ?? undefined;
  } while (cursor);
  return lines;
}

const search = async (text: string) =>
  (await listAccounts(reader, { view: "all", text })).lines.map(({ name }) => name);

const isNewestFirst = (view: AccountView) => view === "suspended" || view === "frozen";

describe("the list of accounts", () => {
  it.each(["to_validate", "changes", "suspended", "frozen", "recoveries"] as const)(
    "gives each account once: %s",
    async (view) => {
      const lines = await everyLine({ view });
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      const expected = { to_validate: 100, changes: 40, suspended: 20, frozen: 20, recoveries: 2 };
      expect(lines).toHaveLength(expected[view]);
      const instants = lines.map(({ createdAt }) => createdAt.getTime());
      expect(instants).toEqual(instants.toSorted((a, b) => (isNewestFirst(view) ? b - a : a - b)));
    },
  );

  it("walks everything page after page, and shows nothing of an account erased", async () => {
    const some = await everyLine({ view: "all", text: "n19" });
    expect(some.length).toBeGreaterThan(1_000);
    expect(some.every(({ status }) => status !== "deleted")).toBe(true);
    expect(new Set(some.map(({ id }) => id)).size).toBe(some.length);
  });

  it.each([
    "elodie",
    "ÉLODIE",
    "aubigné élodie",
    "d'Aubigné",
    "D’Aubigné",
    "elodie.d-aubigne-li",
    "elodie@autre.example",
    "Elodie@AUTRE",
    "@autre.ex",
  ])("finds by « %s »", async (text) => {
    expect(await search(text)).toEqual(["Élodie D’Aubigné-Li"]);
  });

  it("finds nothing for what stands nowhere, signs of a pattern included", async () => {
    for (const text of ["100%", "elodie_d", "elodie martin"]) expect(await search(text)).toEqual([]);
  });

  it("masks the address, and says what waits", async () => {
    const [line] = (await listAccounts(reader, { view: "all", text: "elodie" })).lines;
    expect(line).toMatchObject({ email: "el•••@autre.example", status: "active", hasOpenRecovery: false });
    const [waiting] = (await listAccounts(reader, { view: "recoveries" })).lines;
    expect(waiting?.hasOpenRecovery).toBe(true);
  });

  it("starts again at the first page when the cursor was altered", async () => {
    const first = await listAccounts(reader, { view: "all" });
    expect(await listAccounts(reader, { view: "all", cursor: "rien" })).toEqual(first);
    expect(first.lines).toHaveLength(50);
  });
});

describe("what the list costs", () => {
  const deep = Buffer.from(
    `${new Date(Date.now() - 12 * 3_600_000).toISOString()}|0199c0de-0000-7000-8000-000000000000`,
  );

  it.each<[string, AccountFilter, string]>([
    ["first page", { view: "all" }, "accounts_recent"],
    ["deep page", { view: "all", cursor: deep.toString("base64url") }, "accounts_recent"],
    ["a name", { view: "all", text: "elodie" }, "accounts_search"],
    ["a short name", { view: "all", text: "li" }, "accounts_search"],
    ["an address", { view: "all", text: "usager4011@example.org" }, "accounts_search"],
    ["to validate", { view: "to_validate" }, "accounts_to_validate"],
    ["changes", { view: "changes" }, "accounts_to_validate"],
    ["suspended", { view: "suspended" }, "accounts_suspended"],
    ["frozen", { view: "frozen" }, "accounts_frozen"],
    ["recoveries", { view: "recoveries" }, "accounts_pkey"],
  ])("is one statement that walks an index, never the table: %s", async (_case, filter, index) => {
    expect(await statementsOf(() => listAccounts(reader, filter))).toHaveLength(1);
    const plan = await plansOf(() => listAccounts(reader, filter));
    expect(plan).toMatch(new RegExp(`(using|on) ${index}\\b`));
    expect(plan).not.toMatch(/Seq Scan on accounts\b/);
  });

  it("counts what waits in two statements", async () => {
    expect(await statementsOf(() => countWaitingAccounts(reader))).toHaveLength(2);
  });
});
