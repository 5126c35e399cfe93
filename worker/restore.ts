import { join, resolve } from "node:path";
import { env } from "@/lib/kernel/env";
import { copyFiles } from "./backup/files";
import { readManifest, Unreadable, type Backup } from "./backup/layout";
import { CannotLoad, checkTarget, loadDatabase } from "./backup/load";
import { Stalled, watch, type Alive } from "./backup/watch";
import { Refusal, runCommand, sparingly, tell } from "./terminal";

/** The command « restore »: puts a backup back in a migrated and empty installation, and says how far it is. */
const patience = 120;

async function run(): Promise<boolean> {
  const path = process.argv[2];
  if (!path) throw new Refusal("Dites quelle sauvegarde remettre : npm run restore -- /chemin/de/la/sauvegarde");
  try {
    const backup = await readManifest(resolve(path));
    await watch(patience, (alive) => putBack(backup, alive));
    tell(`Sauvegarde du ${backup.at} remise en place.`);
    return true;
  } catch (error) {
    const said = explain(error, resolve(path));
    throw said ? new Refusal(said) : error;
  }
}

/** The files first: a database that is put back names them all, and is put back whole or not at all. */
async function putBack(backup: Backup, alive: Alive): Promise<void> {
  const url = env().DATABASE_URL;
  const progress = sparingly(3);
  await checkTarget(url, backup);
  await putFilesBack(backup, alive);
  await loadDatabase({
    url,
    backup,
    alive,
    onProgress: (table, share) => progress(() => `${Math.floor(share * 100)} % des lignes (${table})`),
    onPiece: (name, done, total) => progress(() => `${done} index et liens sur ${total} (${name})`),
  });
}

async function putFilesBack({ folder, contents: { files } }: Backup, alive: Alive): Promise<void> {
  if (files === 0) return;
  if (env().drivers.storage !== "folder")
    throw new Refusal("La sauvegarde contient des fichiers, mais STORAGE_DRIVER n’est pas « folder ».");
  const progress = sparingly(3);
  const [from, to] = [join(folder, "files"), join(env().PARVIS_DATA_DIR, "files")];
  await copyFiles({ from, to, alive, onFiles: (count) => progress(() => `${count} fichiers remis sur ${files}`) });
}

function explain(error: unknown, path: string): string | null {
  if (error instanceof Stalled)
    return `Rien n’a avancé pendant ${error.seconds} secondes : la remise en place est abandonnée.`;
  if (error instanceof Unreadable) return unreadable[error.reason](path);
  if (error instanceof CannotLoad) return refused[error.reason](error.subject);
  return null;
}

const unreadable: Record<Unreadable["reason"], (path: string) => string> = {
  incomplete: (path) =>
    `${path} n’est pas une sauvegarde complète : son fichier manifest.json manque ou est illisible.`,
  other_keys: () =>
    "Les clés de cette installation n’ouvrent pas cette sauvegarde : remettez celles qu’elle avait (secrets.json, ou MASTER_KEY).",
};

const refused: Record<CannotLoad["reason"], (subject: string) => string> = {
  other_version: () =>
    "Cette sauvegarde vient d’une autre version : remettez-la avec la version qui l’a écrite, puis mettez à jour.",
  not_empty: () =>
    "Cette installation contient déjà des données : remettez la sauvegarde dans un dossier neuf (PARVIS_DATA_DIR) ou une base neuve.",
  unknown_table: (name) => `La table ${name} de la sauvegarde n’existe pas ici.`,
  damaged: (name) =>
    `Le fichier de la table ${name} manque à la sauvegarde, ou il est abîmé : rien n’a été remis. Essayez la sauvegarde d’avant.`,
  lines_missing: (name) => `Il manque des lignes à la table ${name} : rien n’a été remis.`,
};

await runCommand(run);
