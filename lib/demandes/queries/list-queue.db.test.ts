import { sql } from "drizzle-orm";
import type { Actor, Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type DemarcheId, type ServiceId, type SessionId } from "@/lib/shared/ids";
import { nameSearchText } from "@/lib/shared/search-text";
import type { QueueFilter } from "../types/agent";
import { makeNumber } from "../rules/number";
import { countWork } from "./count-work";
import { findNumber, listElsewhere, listQueue } from "./list-queue";
import { queuePageSql, type QueueScope } from "./queue-sql";

const demandesCount = 12_000;
const organisation = newId();
const theme = newId();
const [civil, school, empty] = [newId<ServiceId>(), newId<ServiceId>(), newId<ServiceId>()];
const [birth, rare] = [newId<DemarcheId>(), newId<DemarcheId>()];
const [versionOfBirth, versionOfRare] = [newId(), newId()];
const me = newId<AgentId>();
const agent = (...serviceIds: ServiceId[]): Agent => ({
  kind: "agent",
  agentId: me,
  sessionId: newId<SessionId>(),
  serviceIds,
});
const all: QueueFilter = { view: "all", isMine: false, isLate: false };
const number = makeNumber(2026, new Uint8Array([1, 2, 3, 4, 5, 6, 7]));

beforeAll(async () => {
  await database().execute(
    sql`insert into organisations values (${organisation}, 'ville', 'Ville de Belleval', now())`,
  );
  for (const [id, slug] of [
    [civil, "etat-civil"],
    [school, "scolarite"],
    [empty, "vide"],
  ] as const)
    await database().execute(
      sql`insert into services values (${id}, ${organisation}, ${slug}, ${slug}, '1 place du Parvis', '01', 'a@b.example', now())`,
    );
  await database().execute(sql`insert into themes values (${theme}, 'etat-civil', 'État civil', '', 'file', 1)`);
  await database().execute(
    sql`insert into agents (id, email, name, role, password_hash, totp_secret, created_at) values (${me}, 'moi@b.example', 'Agent de démonstration', 'agent', '', '', now())`,
  );
  for (const [id, version, slug, service] of [
    [birth, versionOfBirth, "acte", civil],
    [rare, versionOfRare, "rare", civil],
  ] as const) {
    await database().execute(sql`
      insert into demarches (id, slug, theme_id, service_id, title, summary, access, updated_at) values (${id}, ${slug}, ${theme}, ${service}, ${slug}, '', 'free', now())`);
    await database().execute(sql`
      insert into demarche_versions (id, demarche_id, number, definition, published_at, created_at)
      values (${version}, ${id}, 1, '{"stateLabels":{"validated":"Acte envoyé"}}', now(), now())`);
  }
  await database().execute(sql`
    insert into demandes (id, number, demarche_id, version_id, service_id, status, applicant_name, search_name, agent_id, file_key, created_at, updated_at, submitted_at, due_at)
    select gen_random_uuid(), 'N' || i,
      case when i % 3000 = 0 then ${rare}::uuid else ${birth}::uuid end,
      case when i % 3000 = 0 then ${versionOfRare}::uuid else ${versionOfBirth}::uuid end,
      case when i % 10 = 0 then ${school}::uuid else ${civil}::uuid end,
      (array['pending','in_progress','incomplete','rectified','complete','validated','validated','validated','rejected','cancelled'])[1 + (i / 7) % 10],
      'Personne ' || i, 'personne ' || i || case when i % 4001 = 0 then ' zoe' else '' end,
      case when i % 997 = 0 then ${me}::uuid end, 'k', now(), now(),
      now() - make_interval(mins => ${demandesCount} - i), now() + make_interval(mins => i - 40)
    from generate_series(1, ${demandesCount}) i`);
  await database().execute(sql`
    insert into demandes (id, demarche_id, version_id, service_id, status, file_key, created_at, updated_at) values (gen_random_uuid(), ${birth}, ${versionOfBirth}, ${civil}, 'draft', 'k', now(), now())`);
  await database().execute(
    sql`update demandes set number = ${number}, applicant_name = 'Zoé Martin', search_name = 'zoe martin' where number = 'N4001'`,
  );
  await database().execute(sql`vacuum analyze demandes`);
}, 60_000);

afterAll(() => database().$client.end());

async function everyLine(actor: Actor, filter: QueueFilter) {
  const lines = [];
  let page = await listQueue(actor, filter);
  lines.push(...page.lines);
  while (page.next) {
    page = await listQueue(actor, { ...filter, cursor: page.next });
    lines.push(...page.lines);
  }
  return lines;
}

describe("the agents' queue", () => {
  it.each([
    ["O'Connor", "Gaëlle O’Connor"],
    ["Lecoeur", "Anne Lecœur"],
    ["nguessan", "Jean N’Guessan"],
    ["Lukasiewicz", "Ewa Łukasiewicz"],
    ["legall", "Yann Le Gall"],
    ["le gall", "Yann Legall"],
    ["dasilva", "Maria da Silva"],
    ["Yilmaz", "Ali Yılmaz"],
  ])("finds by « %s » the demande of %s", async (typed, name) => {
    const search = nameSearchText([name]);
    await database().execute(
      sql`update demandes set applicant_name = ${name}, search_name = ${search} where number = 'N4002'`,
    );
    const { lines } = await listQueue(agent(civil, school), { ...all, text: typed });
    expect(lines.map((line) => line.applicantName)).toEqual([name]);
  });

  it("gives what waits for the service, the oldest first, each once, page after page", async () => {
    const lines = await everyLine(agent(school), { ...all, view: "to_do" });
    expect(new Set(lines.map((line) => line.number)).size).toBe(lines.length);
    const [row] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from demandes where service_id = ${school} and status in ('pending','rectified','in_progress','complete')`,
    );
    expect(lines).toHaveLength(row?.n ?? -1);
    const instants = lines.map((line) => line.submittedAt.getTime());
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  it("never shows a draft, nor another service's demandes", async () => {
    const lines = await everyLine(agent(school), all);
    expect(lines.every((line) => line.serviceName === "scolarite")).toBe(true);
    expect(lines).toHaveLength(demandesCount / 10);
  });

  it("shows every service to an administrator", async () => {
    const admin: Actor = { ...agent(), kind: "admin" };
    const page = await listQueue(admin, { ...all, view: "pending" });
    expect(new Set(page.lines.map((line) => line.serviceName))).toEqual(new Set(["etat-civil", "scolarite"]));
  });

  it("is empty for an agent without service, and absent for a citizen", async () => {
    expect(await listQueue(agent(), all)).toEqual({ lines: [], next: null });
    expect((await listQueue(agent(empty), all)).lines).toEqual([]);
    await expect(listQueue({ kind: "anonymous", guest: null }, all)).rejects.toThrow();
  });

  it("filters by démarche, by agent, by delay and by state", async () => {
    expect((await listQueue(agent(civil, school), { ...all, demarche: "rare" })).lines).toHaveLength(4);
    expect((await listQueue(agent(civil), { ...all, demarche: "unknown" })).lines).toEqual([]);
    const mine = await everyLine(agent(civil, school), { ...all, isMine: true });
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every((line) => line.agentName === "Agent de démonstration")).toBe(true);
    const late = await listQueue(agent(civil, school), { ...all, isLate: true });
    expect(late.lines.length).toBeGreaterThan(0);
    expect(late.lines.every((line) => line.isLate)).toBe(true);
    const validated = await listQueue(agent(civil), { ...all, view: "validated" });
    expect(validated.lines[0]?.statusLabel).toBe("Acte envoyé");
  });

  it("finds by words of the name, without accents nor case, and by number as it is dictated", async () => {
    const named = await listQueue(agent(civil, school), { ...all, text: "MARTIN zoé" });
    expect(named.lines.map((line) => line.applicantName)).toEqual(["Zoé Martin"]);
    expect(await findNumber(agent(civil), number.toLowerCase().replaceAll("-", " "))).toBe(number);
    expect(await findNumber(agent(school), number)).toBeNull();
    expect((await listQueue(agent(civil), { ...all, text: "100%" })).lines).toEqual([]);
    await database().execute(sql`update demandes set search_name = 'ana li' where number = 'N4003'`);
    expect((await listQueue(agent(civil), { ...all, text: "Li" })).lines.map((line) => line.number)).toEqual(["N4003"]);
  });

  it("finds a name in every state: what the list leaves out stands apart, the newest first", async () => {
    const become = (status: string, number: string) =>
      database().execute(sql`
        update demandes set search_name = 'gaelle diallo', applicant_name = 'Gaëlle Diallo', status = ${status} where number = ${number}`);
    await become("pending", "N5001");
    await become("validated", "N5002");
    await become("incomplete", "N5003");
    const numbers = (page: { lines: readonly { number: string }[] }) => page.lines.map((line) => line.number);
    const search = { ...all, text: "Gaelle DIALLO" };
    expect(numbers(await listQueue(agent(civil), { ...search, view: "to_do" }))).toEqual(["N5001"]);
    expect(numbers(await listElsewhere(agent(civil), { ...search, view: "to_do" }))).toEqual(["N5003", "N5002"]);
    expect(numbers(await listElsewhere(agent(civil), { ...search, view: "validated" }))).toEqual(["N5003", "N5001"]);
    expect(numbers(await listElsewhere(agent(civil), search))).toEqual([]);
    expect(numbers(await listElsewhere(agent(school), { ...search, view: "to_do" }))).toEqual([]);
    expect(numbers(await listElsewhere(agent(civil), { ...all, view: "to_do" }))).toEqual([]);
    await expect(listElsewhere({ kind: "anonymous", guest: null }, search)).rejects.toThrow();
    const many = await listElsewhere(agent(civil), { ...all, view: "to_do", text: "personne" });
    expect(many).toMatchObject({ hasMore: true });
    expect(many.lines).toHaveLength(10);
  });

  it("starts again at the first page when the cursor was altered", async () => {
    const first = await listQueue(agent(civil), all);
    expect(await listQueue(agent(civil), { ...all, cursor: "not-a-cursor" })).toEqual(first);
  });

  it("counts up to a hundred what waits", async () => {
    const counters = await countWork(agent(civil));
    expect(counters.waiting).toBe(100);
    expect(counters.mine).toBeGreaterThan(0);
    expect(counters.mine).toBeLessThan(100);
    expect(counters.late).toBeGreaterThan(0);
    expect((await countWork(agent())).waiting).toBe(0);
  });
});

describe("the plan of the queue", () => {
  const scope: QueueScope = {
    services: [civil, school],
    statuses: ["pending", "rectified"],
    newestFirst: false,
    limit: 51,
  };
  const now = new Date();
  const closed: QueueScope["statuses"] = ["validated", "rejected", "cancelled", "incomplete"];

  it.each<[string, Partial<QueueScope>, string]>([
    ["first page", {}, "demandes_queue"],
    ["deep page", { after: { at: new Date(now.getTime() - 4 * 24 * 3_600_000), id: newId() } }, "demandes_queue"],
    ["newest first", { newestFirst: true }, "demandes_queue"],
    ["one démarche", { demarche: rare }, "demandes_queue_demarche"],
    ["mine", { agent: me }, "demandes_queue_agent"],
    ["late", { dueBefore: now }, "demandes_due"],
    ["a name", { words: ["martin"] }, "demandes_search_name"],
    ["a short name", { words: ["li"] }, "demandes_search_name"],
    ["a name among the closed", { words: ["martin"], statuses: closed, newestFirst: true }, "demandes_search_name"],
    ["a number", { number }, "demandes_number_unique"],
  ])("walks an index, never the table: %s", async (_case, part, index) => {
    const plan = await explain({ ...scope, ...part });
    expect(plan).toMatch(new RegExp(`(using|on) ${index}\\b`));
    expect(plan).not.toContain("Seq Scan on demandes");
  });

  async function explain(of: QueueScope): Promise<string> {
    const rows = await database().execute<{ "QUERY PLAN": string }>(sql`explain ${queuePageSql(of)}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
});
