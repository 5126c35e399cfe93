import { eq } from "drizzle-orm";
import { auditEvents, jobRuns } from "@/db/schema/platform";
import { done, refuse } from "@/lib/shared/result";
import { clock } from "./clock";
import { database } from "./database";
import { transact } from "./transact";

const system = { kind: "system", job: "essai" } as const;
const run = (job: string) => ({ job, startedAt: clock.now(), outcome: "running" as const });
const runsOf = (job: string) => database().select().from(jobRuns).where(eq(jobRuns.job, job));

describe("transact", () => {
  it("commits the work and its line in the journal together", async () => {
    const result = await transact(system, async ({ tx, record }) => {
      await tx.insert(jobRuns).values(run("gardé"));
      await record("housekeeping.done", "gardé", { handled: 1 });
      return done("fait");
    });
    expect(result).toEqual({ ok: true, value: "fait" });
    expect(await runsOf("gardé")).toHaveLength(1);
    const lines = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, "gardé"));
    expect(lines).toEqual([
      expect.objectContaining({
        actorKind: "system",
        actorId: null,
        verb: "housekeeping.done",
        details: { handled: 1 },
      }),
    ]);
  });

  it("rolls back everything on a refusal, and returns it", async () => {
    const result = await transact(system, async ({ tx, record }) => {
      await tx.insert(jobRuns).values(run("refusé"));
      await record("housekeeping.done", "refusé");
      return refuse("too_late", { hour: "3" });
    });
    expect(result).toEqual({ ok: false, reason: "too_late", details: { hour: "3" } });
    expect(await runsOf("refusé")).toHaveLength(0);
    expect(await database().select().from(auditEvents).where(eq(auditEvents.subjectId, "refusé"))).toHaveLength(0);
  });

  it("never commits a success that left no line in the journal", async () => {
    const silent = transact(system, async ({ tx }) => {
      await tx.insert(jobRuns).values(run("muet"));
      return done(null);
    });
    await expect(silent).rejects.toThrow("journal");
    expect(await runsOf("muet")).toHaveLength(0);
  });

  it("lets a command say why it leaves no line", async () => {
    const result = await transact(system, async ({ unrecorded }) => {
      unrecorded("autosave");
      return done(1);
    });
    expect(result).toEqual({ ok: true, value: 1 });
  });

  it("rolls back and throws what is unexpected", async () => {
    const broken = transact(system, async ({ tx, record }) => {
      await tx.insert(jobRuns).values(run("cassé"));
      await record("housekeeping.done", "cassé");
      throw new TypeError("imprévu");
    });
    await expect(broken).rejects.toThrow("imprévu");
    expect(await runsOf("cassé")).toHaveLength(0);
  });
});
