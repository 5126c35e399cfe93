import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/organisation";
import { auditEvents, jobRuns, outbox, type JobOutcome } from "@/db/schema/platform";
import { lettersTo } from "@/db/test/traces";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId } from "@/lib/shared/ids";
import { tellSilentTasks } from "./jobs";
import type { Task } from "./tasks";

const watch: System = { kind: "system", job: "taches-a-surveiller" };
const limits = { signal: new AbortController().signal };
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const task = (name: string): Task => ({ name, label: `Fait ${name}.`, every: "day" });
const ran = (job: string, outcome: JobOutcome, hours: number) =>
  database()
    .insert(jobRuns)
    .values({ job, outcome, startedAt: ago(hours) });

async function agent(role: "admin" | "agent", state: { isActive?: boolean; removedAt?: Date } = {}): Promise<string> {
  const id = newId<AgentId>();
  const email = `${id}@belleval.example`;
  const row = { id, email, name: "Agent d’essai", role, passwordHash: "", totpSecret: "", createdAt: ago(99) };
  await database()
    .insert(agents)
    .values({ ...row, ...state });
  return email;
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
