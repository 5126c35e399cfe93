import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { count, eq, sql } from "drizzle-orm";
import { newCitizen, addPiece, asked, openZip, rowOf } from "@/lib/exports/testing";
import { passTime } from "@/db/test/pass-time";
import { auditEvents, jobRuns, mailbox, outbox } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { queueText } from "@/lib/letters/testing";

/** The real process, bundled as it ships, on a database of its own. */
const root = join(__dirname, "..");
const folder = join(root, ".build", `worker-test-${process.pid}`);
const running = new Set<ChildProcess>();

beforeAll(async () => {
  await build({
    stdin: { contents: `import "@/worker/main";`, resolveDir: root, loader: "ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    alias: { "@": root },
    jsx: "automatic",
    logLevel: "error",
  });
}, 60_000);

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
  await database().$client.end();
});

function startWorker(): { child: ChildProcess; log: () => string } {
  const child = spawn(process.execPath, [join(folder, "stdin.mjs")], {
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()));
  running.add(child);
  child.once("exit", () => running.delete(child));
  return { child, log: () => text };
}

async function until(isTrue: () => Promise<boolean>, what: string, ms = 30_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`still waiting: ${what}`);
    await sleep(10);
  }
}

const countOf = async (state: "sent" | "waiting") =>
  (await database().select({ n: count() }).from(outbox).where(eq(outbox.state, state)))[0]?.n ?? 0;

async function queue(name: string, number: number): Promise<void> {
  const content = { subject: "Objet", greeting: "Bonjour,", paragraphs: ["Texte."] };
  await database().transaction(async (tx) => {
    for (let index = 0; index < number; index += 1)
      await queueText(tx, { to: `${name}@example.org`, kind: "robot.code", key: `${name}:${index}`, content });
  });
}

async function stateOfOrder(exportId: string): Promise<unknown> {
  const [row] = await database().execute(sql`select state from pgboss.job where singleton_key = ${exportId}`);
  return row?.state;
}

/** Every mail once in the mailbox, noted once as sent, emptied. */
async function checkNothingLostNorDoubled(total: number): Promise<void> {
  const keys = await database().select({ key: mailbox.key }).from(mailbox);
  expect(keys).toHaveLength(total);
  expect(await countOf("sent")).toBe(total);
  const [kept] = await database()
    .select({ n: count() })
    .from(outbox)
    .where(sql`${outbox.content} is not null`);
  expect(kept?.n).toBe(0);
  const noted = await database()
    .select({ subject: auditEvents.subjectId })
    .from(auditEvents)
    .where(eq(auditEvents.verb, "mail.sent"));
  expect(new Set(noted.map(({ subject }) => subject)).size).toBe(total);
  expect(noted).toHaveLength(total);
}

describe("the worker", () => {
  it("loses nothing and doubles nothing when it is killed again and again while it sends", async () => {
    const total = 100;
    await queue("coupures", total);
    let kills = 0;
    while ((await countOf("sent")) < total) {
      // The lease of the mails that the killed process held: time passes.
      await database()
        .update(outbox)
        .set({ nextAttemptAt: sql`created_at` })
        .where(eq(outbox.state, "waiting"));
      const before = await countOf("sent");
      const { child, log } = startWorker();
      const goal = Math.min(total, before + 8 + Math.floor(Math.random() * 30));
      await until(async () => (await countOf("sent")) >= goal, `sent ${goal}: ${log()}`);
      await sleep(Math.random() * 12);
      child.kill("SIGKILL");
      await once(child, "exit");
      kills += 1;
    }
    expect(kills).toBeGreaterThan(2);
    await checkNothingLostNorDoubled(total);
  }, 240_000);

  it("finishes what it began when it is asked to stop, and leaves by itself", async () => {
    const before = await countOf("sent");
    await queue("arret", 300);
    const begun = new Date().toISOString();
    const { child, log } = startWorker();
    await until(async () => (await countOf("sent")) > before + 20, `first mails: ${log()}`);
    const asked = performance.now();
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number];

    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(9_000);
    expect(log()).toContain("worker.stopped");
    // No mail is left between two states: those tried are sent, the others were never taken.
    const [half] = await database()
      .select({ n: count() })
      .from(outbox)
      .where(sql`${outbox.state} = 'waiting' and ${outbox.attempts} > 0`);
    expect(half?.n).toBe(0);
    const open = await database()
      .select({ job: jobRuns.job })
      .from(jobRuns)
      .where(sql`outcome = 'running' and started_at >= ${begun}::timestamptz`);
    expect(open).toEqual([]);
    expect(await countOf("waiting")).toBeGreaterThan(0);
  }, 60_000);

  it("sends within two seconds what is queued while it runs, and notes its runs", async () => {
    const { child, log } = startWorker();
    await until(async () => log().includes("worker.started"), `start: ${log()}`);
    await until(async () => (await countOf("waiting")) === 0, "the rest");
    const asked = performance.now();
    await queue("tout-de-suite", 1);
    await until(async () => (await countOf("waiting")) === 0, "one mail");
    expect(performance.now() - asked).toBeLessThan(2_000);
    const runs = await database()
      .select({ outcome: jobRuns.outcome })
      .from(jobRuns)
      .where(eq(jobRuns.job, "courriels"));
    expect(runs.some(({ outcome }) => outcome === "done")).toBe(true);
    child.kill("SIGTERM");
    await once(child, "exit");
  }, 60_000);

  it("makes again the copy of a process that was killed in its middle, and gives no half of it", async () => {
    const citizen = await newCitizen("coupure");
    const names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"];
    for (let piece = 1; piece <= 10; piece += 1) await addPiece(citizen, `Pièce ${piece}`, names);
    const exportId = await asked(citizen);
    const first = startWorker();
    await until(async () => (await rowOf(exportId)).partsDone > 2, `its first files: ${first.log()}`);
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    expect(await rowOf(exportId)).toMatchObject({ state: "running", storageKey: null });

    // The silence of the killed process, which the next one sees as it starts; then the pause before another try.
    await passTime(10);
    const second = startWorker();
    await until(async () => (await stateOfOrder(exportId)) === "retry", `the order given back: ${second.log()}`);
    await passTime(10);
    await until(async () => (await rowOf(exportId)).state === "ready", `the copy: ${second.log()}`);
    second.child.kill("SIGTERM");
    await once(second.child, "exit");
    expect((await openZip(citizen, exportId)).files).toHaveLength(2 + 40);
    expect(second.log()).not.toMatch(/coupure|Pièce|a\.pdf/);
  }, 120_000);
});
