import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { writePageCursor } from "@/lib/kernel/page-cursor";
import { database } from "@/lib/kernel/database";
import {
  newId,
  type AccountId,
  type AgentId,
  type DemandeId,
  type GuestHash,
  type OrganisationId,
  type ServiceId,
  type SessionId,
} from "@/lib/shared/ids";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { issueToken } from "@/lib/accounts/access/tokens";
import { joinPath } from "@/lib/demandes/filing/invite-applicant";
import { findCarried, findLate } from "@/lib/demandes/queries/find-carried";
import { makeNumber } from "@/lib/demandes/rules/number";
import { record } from "./count-statements";
import { everyQuery } from "./every-query";
import { fillRest } from "./fill-rest";
import { fillTown } from "./fill-town";
import { planFaults, type Large } from "./plans";
import type { Sample } from "./sample";

jest.setTimeout(120_000);

const root = join(__dirname, "..", "..");
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, fetch_types: false, onnotice: () => undefined });
/** Bounded by what a town is: its services, its agents, its démarches. They may be read whole. */
const small = new Set(
  `organisations services agents agent_services agent_tokens agent_sessions agent_recovery_codes agent_accesses portal_settings backups themes demarches
  demarche_versions letter_wordings`.split(/\s+/),
);
let tables: { name: string; lines: number }[] = [];
let large: Large;
let sample: Sample;

beforeAll(async () => {
  // The statistics of the filling, whatever the server does meanwhile: the same plans at each run.
  for (const { name } of await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`)
    await sql`alter table ${sql(name)} set (autovacuum_enabled = false)`;
  await fillTown(sql, { demandes: 20_000 });
  await fillRest(sql);
  tables = await sql<{ name: string; lines: number }[]>`
    select relname as name, reltuples::int as lines from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  const indexes = await sql<
    { name: string }[]
  >`select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
    join pg_class t on t.oid = x.indrelid where t.relnamespace = 'public'::regnamespace and i.reltuples > t.reltuples / 5`;
  large = {
    tables: new Set(tables.flatMap(({ name }) => (small.has(name) ? [] : name))),
    indexes: new Set(indexes.map(({ name }) => name)),
  };
  sample = await pickSample();
});
afterAll(async () => {
  await sql.end();
  await database().$client.end();
});

/** A job asks before each slice whether it goes on: some slices say as much as a hundred. */
let asked = 0;
const fewSlices = {
  signal: new AbortController().signal,
  get until() {
    asked += 1;
    return new Date(asked > 50 ? 0 : "2100-01-01");
  },
};

async function pickSample(): Promise<Sample> {
  const [own] = await sql<
    {
      id: DemandeId;
      number: string;
      account: AccountId;
      service: ServiceId;
      organisation: OrganisationId;
      at: Date;
    }[]
  >`
    select id, account_id as account, service_id as service, updated_at as at,
      (select organisation_id from services where id = service_id) as organisation from demandes
    where account_id = (select account_id from demandes where account_id is not null group by 1 order by count(*) desc limit 1)
      and status = 'validated' and anonymised_at is null order by updated_at desc offset 20 limit 1`;
  const [key] = await sql<
    { hash: GuestHash }[]
  >`select guest_hash as hash from demande_guests where expires_at > now() limit 1`;
  const [line] = await sql<
    { id: string; at: Date }[]
  >`select id::text, at from audit_events order by at desc offset 100 limit 1`;
  const [agent] = await sql<
    { id: AgentId }[]
  >`select agent_id as id from agent_services where service_id = ${own?.service ?? ""} limit 1`;
  if (!own || !key || !line || !agent) throw new Error("the town is empty");
  const number = makeNumber(2026, new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
  await sql`update demandes set number = ${number} where id = ${own.id}`;
  const sessionId = newId<SessionId>();
  const staff = { agentId: agent.id, sessionId, serviceIds: [own.service] };
  return {
    citizen: { kind: "citizen", accountId: own.account, sessionId },
    agent: { kind: "agent", ...staff },
    admin: { kind: "admin", ...staff },
    organisationAdmin: {
      kind: "organisation_admin",
      ...staff,
      organisationId: own.organisation,
      organisationServiceIds: [own.service],
    },
    visitor: { kind: "anonymous", guest: key.hash },
    system: { kind: "system", job: "plans" },
    limits: fewSlices,
    demandeId: own.id,
    number,
    links: { live: await invitedLink(number, true), late: await invitedLink(number, false) },
    unknown: newId(),
    cursor: {
      queue: writePageCursor(own.at, own.id),
      own: `${own.at.toISOString()}_${own.id}`,
      journal: `${line.at.getTime()}_${line.id}`,
    },
  };
}

/** A letter that opens an account and carries that demande to it, as the portal writes it; returns its secret. */
async function invitedLink(number: string, isLive: boolean): Promise<string> {
  return database().transaction(async (tx) => {
    const [account] = await tx
      .insert(accounts)
      .values({
        id: newId(),
        status: "invited",
        email: `${newId()}@example.org`,
        searchText: "",
        createdAt: new Date(),
      })
      .returning({ id: accounts.id });
    if (!account) throw new Error("no account");
    const { secret } = await issueToken(tx, account.id, "activation", joinPath(number));
    if (!isLive)
      await tx
        .update(accountTokens)
        .set({ expiresAt: new Date(0) })
        .where(eq(accountTokens.accountId, account.id));
    return secret;
  });
}

it.each(["findCarried", "findLate"] as const)("%s is asked for what its link carries, to the end", async (name) => {
  const { links } = sample;
  const ask = { findCarried: () => findCarried(links.live), findLate: () => findLate(links.late) }[name];
  expect((await record(ask)).map(({ text }) => /from "(\w+)"/.exec(text)?.[1])).toEqual(["account_tokens", "demandes"]);
});

const isTest = (name: string) => name.endsWith(".test.ts");
const isListed = (path: string) => /^lib\/(?!ports\/).*?(queries|jobs)(\.ts|\/[\w-]+\.ts)$/.test(path) && !isTest(path);

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [relative(root, path)];
  });
}

it("has a line for each function that the queries and the jobs export, and no other", () => {
  const exported = filesOf(join(root, "lib"))
    .filter(isListed)
    .flatMap((path) => {
      const code = readFileSync(join(root, path), "utf8");
      return [...code.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(([, name]) => `${path} ${name}`);
    });
  const listed = Object.entries(everyQuery).flatMap(([path, calls]) =>
    Object.keys(calls).map((name) => `${path} ${name}`),
  );
  expect(listed.toSorted()).toEqual(exported.toSorted());
});

it("reads plans where every table that grows is large", () => {
  const grows = tables.filter(({ name }) => !small.has(name));
  expect(grows.filter(({ lines }) => lines < 5_000)).toEqual([]);
});

const calls = Object.entries(everyQuery).flatMap(([path, functions]) =>
  Object.entries(functions).flatMap(([name, ways]) => (typeof ways === "string" ? [] : [[name, path, ways] as const])),
);

it.each(calls)("%s neither reads nor sorts a large table (%s)", async (name, _path, ways) => {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const way of ways) {
    asked = 0;
    const statements = await record(async () => {
      // What is absent, or sealed under no key of ours, was asked all the same.
      await way(sample).catch(() => undefined);
    });
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      if (seen.has(statement.text) && ways.length === 1) continue;
      seen.add(statement.text);
      faults.push(...(await planFaults(sql, statement, large)));
    }
  }
  expect([name, [...new Set(faults)]]).toEqual([name, []]);
});

it("has no descending index: one that ascends is walked either way, and NULLS LAST serves no ORDER BY … DESC", async () => {
  const rows = await sql`select indexrelid::regclass::text as name from pg_index
    where indrelid::regclass::text in (select relname from pg_class where relnamespace = 'public'::regnamespace)
      and exists (select 1 from unnest(indoption::int2[]) o where o & 1 = 1)`;
  expect(rows.map(({ name }) => String(name))).toEqual([]);
});

it("has an index that begins with each key by which a deletion reaches other rows", async () => {
  const rows = await sql`select c.conname as name from pg_constraint c
    where c.contype = 'f' and c.confdeltype in ('c', 'n') and c.connamespace = 'public'::regnamespace
      and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ 'IS NOT NULL'))`;
  expect(rows.map(({ name }) => String(name))).toEqual([]);
});
