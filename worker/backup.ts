import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { System } from "@/lib/kernel/actor";
import { noteBackup } from "@/lib/upkeep/backups";
import { clock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { keptBackups } from "@/lib/organisation/queries/get-backup-state";
import { backupFailures } from "@/lib/vocabulary/backups";
import { backUp, tidy, type Made } from "./backup/back-up";
import { failureOf } from "./backup/failure";
import { watch } from "./backup/watch";
import { Refusal, runCommand, sparingly, tell } from "./terminal";

/**
 * Writes a backup and says how far it is: in the folder that is named (the command « backup »), or, told « --quotidienne » by the worker,
 * in BACKUP_DIR, of which it then keeps the last ones. How it ended is noted for administrators.
 */
const isDaily = process.argv[2] === "--quotidienne";
const actor: System = { kind: "system", job: isDaily ? "sauvegarde" : "backup" };
const filesFolder = () => (env().drivers.storage === "folder" ? join(env().PARVIS_DATA_DIR, "files") : null);

async function run(): Promise<boolean> {
  const parent = isDaily ? env().BACKUP_DIR : process.argv[2];
  if (!parent) throw new Refusal("Dites où écrire la sauvegarde : npm run backup -- /chemin/du/dossier");
  // The daily one makes no folder: that of a disk which is not mounted would be on the wrong one.
  if (!isDaily) await mkdir(resolve(parent), { recursive: true });
  say(await save(resolve(parent)));
  if (isDaily) await eraseOldest(parent);
  return true;
}

async function save(parent: string): Promise<Made> {
  const progress = sparingly(3);
  const startedAt = clock.now();
  try {
    const made = await backUp({
      url: env().DATABASE_URL,
      parent,
      files: filesFolder(),
      isDaily,
      onProgress: (table, share) => progress(() => `${Math.floor(share * 100)} % de la base (${table})`),
      onFiles: (count) => progress(() => `${count} fichiers copiés`),
    });
    const { bytes, lines, files } = made;
    await note({ startedAt, failure: null, bytes, lines, files });
    return made;
  } catch (error) {
    const failure = failureOf(error);
    await note({ startedAt, failure, bytes: 0, lines: 0, files: 0 });
    if (failure === "unexpected") throw error;
    throw new Refusal(`${backupFailures[failure]} La sauvegarde n’existe pas.`);
  }
}

/** A database that is away is not waited for: what was to be noted is on the terminal, and nothing whole for two days is told too. */
async function note(run: Omit<Parameters<typeof noteBackup>[1], "isDaily">): Promise<void> {
  await watch(10, () => noteBackup(actor, { isDaily, ...run })).catch(() =>
    tell("L’administration du portail n’a pas pu en être informée."),
  );
}

/** The backup is there, whatever becomes of the oldest. */
async function eraseOldest(parent: string): Promise<void> {
  await watch(60, async () => tidy(parent, await keptBackups(actor))).catch(() =>
    tell("Les sauvegardes les plus anciennes n’ont pas pu être effacées."),
  );
}

function say({ folder, lines, files, bytes }: Made): void {
  tell(`Sauvegarde écrite dans ${folder} : ${lines} lignes, ${Math.ceil(bytes / 1e6)} Mo chiffrés, ${files} fichiers.`);
  if (!filesFolder()) tell("Les fichiers déposés sont gardés ailleurs : leur sauvegarde est celle de ce stockage.");
  tell("Gardez à part les clés de cette installation (MASTER_KEY, ou secrets.json) : sans elles, rien ne s’ouvre.");
}

await runCommand(run);
