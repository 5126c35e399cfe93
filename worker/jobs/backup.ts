import { spawn } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { dirname, join } from "node:path";
import type { System } from "@/lib/kernel/actor";
import { noteBackup } from "@/lib/upkeep/backups";
import { clock } from "@/lib/kernel/clock";
import { isBackupDue } from "@/lib/organisation/queries/get-backup-state";
import type { Job, JobLimits } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

/** Looks each hour whether the daily backup is due; one that failed is tried again the next. */
export const backupJob: Job = {
  ...scheduled("sauvegarde"),
  minutes: 6 * 60,
  run: makeDailyBackup,
};

/** The program that writes it ended badly: the reason is among the backups, told to administrators. */
class BackupFailed extends Error {
  override name = "BackupFailed";
}

async function makeDailyBackup(actor: System, { signal }: JobLimits): Promise<number> {
  if (!(await isBackupDue(actor))) return 0;
  const startedAt = clock.now();
  const { code, killed } = await runProgram(signal);
  if (killed && !signal.aborted)
    await noteBackup(actor, { isDaily: true, startedAt, failure: "killed", bytes: 0, lines: 0, files: 0 });
  if (code !== 0) throw new BackupFailed("the program of the backup failed");
  return 1;
}

/** In a process of its own, after everybody else: reading a whole town never delays a letter. It is beside our own program. */
async function runProgram(signal: AbortSignal): Promise<{ code: number | null; killed: boolean }> {
  const program = join(dirname(process.argv[1] ?? ""), "backup.mjs");
  const child = spawn(process.execPath, ["--enable-source-maps", program, "--quotidienne"], { stdio: "ignore" });
  const stop = () => child.kill();
  signal.addEventListener("abort", stop, { once: true });
  try {
    if (child.pid !== undefined) setPriority(child.pid, 10);
    const [code, by] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return { code, killed: by !== null };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
