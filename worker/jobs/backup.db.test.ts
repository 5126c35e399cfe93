import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { desc } from "drizzle-orm";
import { portalSettings } from "@/db/schema/organisation";
import { backups, jobRuns } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { backupSettingsKey } from "@/lib/organisation/settings/backup-settings";

jest.setTimeout(90_000);

/** The real programs, bundled as they ship: one that runs the task once, as the worker does, and beside it the one that it starts. */
const root = join(__dirname, "..", "..");
const folder = join(root, ".build", `backup-test-${process.pid}`);
const runner = `
  import { runJob } from "@/lib/ports/jobs"; import { backupJob } from "@/worker/jobs/backup";
  await runJob(backupJob, { signal: new AbortController().signal, until: new Date(Date.now() + 60_000) }); process.exit(0);`;
let shelf: string;

async function bundle(name: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    outfile: join(folder, `${name}.mjs`),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    alias: { "@": root },
    jsx: "automatic",
    logLevel: "error",
  });
}

beforeAll(async () => {
  shelf = await mkdtemp(join(tmpdir(), "parvis-daily-"));
  await Promise.all([bundle("runner", runner), bundle("backup", `import "@/worker/backup";`)]);
});
afterAll(async () => {
  for (const made of [folder, shelf]) await rm(made, { recursive: true, force: true });
  await database().$client.end();
});

async function runTask(place: string): Promise<void> {
  const env = { ...process.env, BACKUP_DIR: place };
  const child = spawn(process.execPath, [join(folder, "runner.mjs")], { env, cwd: root, stdio: "ignore" });
  await once(child, "exit");
}

const lastRun = async () => (await database().select().from(jobRuns).orderBy(desc(jobRuns.id)).limit(1))[0];

it("makes nothing until it is set, then one a day, and tries again after a failure", async () => {
  await runTask(shelf);
  expect(await readdir(shelf)).toEqual([]);
  expect(await lastRun()).toMatchObject({ job: "sauvegarde", outcome: "done", handled: 0 });

  const value = { mode: "portal", hour: 3, kept: 2 };
  await database().insert(portalSettings).values({ key: backupSettingsKey, value, updatedAt: new Date() });
  await runTask(join(shelf, "absent"));
  expect(await lastRun()).toMatchObject({ outcome: "failed", error: "BackupFailed" });
  expect(await readdir(shelf)).toEqual([]);

  await runTask(shelf);
  expect(await lastRun()).toMatchObject({ outcome: "done", handled: 1 });
  await runTask(shelf);
  expect(await lastRun()).toMatchObject({ outcome: "done", handled: 0 });
  expect(await readdir(shelf)).toEqual([expect.stringMatching(/-quotidienne$/)]);

  const noted = await database().select().from(backups).orderBy(backups.id);
  expect(noted).toMatchObject([
    { isDaily: true, failure: "no_folder", lines: 0 },
    { isDaily: true, failure: null },
  ]);
  expect(noted[1]?.lines).toBeGreaterThan(0);
});
