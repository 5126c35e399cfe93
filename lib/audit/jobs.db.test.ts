import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/organisation";
import { agents } from "@/db/schema/staff";
import { auditEvents, jobRuns, outbox, type JobOutcome } from "@/db/schema/platform";
import { lettersTo } from "@/db/test/traces";
import type { System } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type OrganisationId } from "@/lib/shared/ids";
import { tellShortRoom, tellSilentTasks } from "./jobs";
import type { Task } from "./tasks/task-line";

const watch: System = { kind: "system", job: "taches-a-surveiller" };
const limits = { signal: new AbortController().signal };
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const task = (name: string): Task => ({ name, label: `Fait ${name}.`, every: "day" });
const ran = (job: string, outcome: JobOutcome, hours: number) =>
  database()
    .insert(jobRuns)
    .values({ job, outcome, startedAt: ago(hours) });

type State = { isActive?: boolean; removedAt?: Date; organisationId?: OrganisationId };

async function agent(role: "admin" | "agent", state: State = {}): Promise<string> {
  const id = newId<AgentId>();
  const email = `${id}@belleval.example`;
  const row = { id, email, name: "Agent d’essai", role, passwordHash: "", totpSecret: "", createdAt: ago(99) };
  await database()
    .insert(agents)
    .values({ ...row, ...state });
  return email;
}

async function anOrganisation(): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await database()
    .insert(organisations)
    .values({ id, slug: id, name: "CCAS", createdAt: ago(99) });
  return id;
}

beforeEach(async () => {
  for (const table of [outbox, jobRuns, auditEvents, agents]) await database().delete(table);
});
afterAll(() => database().$client.end());

describe("a task that has not succeeded for two days", () => {
  it("is told by letter to each administrator at work, and to nobody else", async () => {
    const [one, other] = [await agent("admin"), await agent("admin")];
    const others = [
      await agent("agent"),
      await agent("admin", { isActive: false }),
      await agent("admin", { removedAt: ago(1) }),
      await agent("admin", { organisationId: await anOrganisation() }),
    ];
    await ran("panne", "done", 72);
    await ran("panne", "failed", 1);
    expect(await tellSilentTasks(watch, limits, [task("panne")])).toBe(2);
    const [letter] = await lettersTo(one, "agent.task_silent");
    expect(letter).toMatchObject({
      facts: [{ label: "Tâche", value: "Fait panne." }],
      action: { path: "/admin/taches" },
    });
    expect(await lettersTo(other)).toHaveLength(1);
    for (const email of others) expect(await lettersTo(email)).toEqual([]);
    const [line] = await database().select().from(auditEvents).where(eq(auditEvents.verb, "housekeeping.silence_told"));
    expect(line).toMatchObject({ subjectId: "panne", actorKind: "system", details: { count: 2 } });
  });

  it("is told once for each silence, however long", async () => {
    await agent("admin");
    await ran("panne", "done", 72);
    expect(await tellSilentTasks(watch, limits, [task("panne")])).toBe(1);
    await ran("panne", "failed", 2);
    expect(await tellSilentTasks(watch, limits, [task("panne")])).toBe(0);
    await ran("panne", "done", 50);
    expect(await tellSilentTasks(watch, limits, [task("panne")])).toBe(1);
  });

  it("is told where it never succeeded; not while it works, is young, or was never launched", async () => {
    const email = await agent("admin");
    await ran("jamais", "failed", 49);
    await ran("jeune", "failed", 47);
    await ran("bien", "paused", 1);
    expect(await tellSilentTasks(watch, limits, ["jamais", "jeune", "bien", "absente"].map(task))).toBe(1);
    expect((await lettersTo(email))[0]?.paragraphs[0]).toMatch(/n’a jamais réussi/);
  });

  it("says nothing where there is nobody to tell", async () => {
    await ran("panne", "failed", 72);
    expect(await tellSilentTasks(watch, limits, [task("panne")])).toBe(0);
    expect(await database().select().from(auditEvents)).toEqual([]);
  });
});

describe("room that runs short", () => {
  const room = (state: "enough" | "low" | "full", freeMegabytes: number | null) => ({
    state,
    freeMegabytes,
    leastMegabytes: 200,
  });
  const at = async (day: string, tell: () => Promise<number>) => {
    const restore = setClock(() => new Date(`${day}T12:00:00Z`));
    try {
      return await tell();
    } finally {
      restore();
    }
  };

  it("is told by letter to each administrator at work, and written in the journal", async () => {
    const [one, other] = [await agent("admin"), await agent("admin")];
    const others = [await agent("agent"), await agent("admin", { isActive: false })];
    expect(await tellShortRoom(watch, room("full", 58))).toBe(2);
    const [letter] = await lettersTo(one, "agent.disk_short");
    expect(letter).toMatchObject({ subject: "Le portail manque de place", action: { path: "/admin" } });
    expect(letter?.facts?.[0]).toMatchObject({
      label: "Place libre",
      value: expect.stringMatching(/^58.Mo$/) as unknown,
    });
    expect(await lettersTo(other)).toHaveLength(1);
    for (const email of others) expect(await lettersTo(email)).toEqual([]);
    const [line] = await database().select().from(auditEvents).where(eq(auditEvents.verb, "housekeeping.disk_told"));
    expect(line).toMatchObject({ subjectId: "full", actorKind: "system", details: { count: 2 } });
  });

  it("is told once a day while files are refused, once a month while the disk fills", async () => {
    const email = await agent("admin");
    const told = [];
    for (const day of ["2026-11-03", "2026-11-03", "2026-11-04"])
      told.push(await at(day, () => tellShortRoom(watch, room("full", null))));
    for (const day of ["2026-11-03", "2026-11-30", "2026-12-01"])
      told.push(await at(day, () => tellShortRoom(watch, room("low", 900))));
    expect(told).toEqual([1, 0, 1, 1, 0, 1]);
    expect((await lettersTo(email)).map(({ subject }) => subject)).toContain("Le disque du portail se remplit");
  });

  it("says nothing while there is enough, nor where there is nobody to tell", async () => {
    expect(await tellShortRoom(watch, room("full", 0))).toBe(0);
    await agent("admin");
    expect(await tellShortRoom(watch, room("enough", 9_000))).toBe(0);
    expect(await database().select().from(auditEvents)).toEqual([]);
  });
});
