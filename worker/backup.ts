import { join, resolve } from "node:path";
import { env } from "@/lib/kernel/env";
import { backUp, type Made } from "./backup/back-up";
import { Stalled } from "./backup/watch";
import { Refusal, runCommand, sparingly, tell } from "./terminal";

/** The command « backup »: writes one in the folder that is named, and says how far it is. */
const filesFolder = () => (env().drivers.storage === "folder" ? join(env().PARVIS_DATA_DIR, "files") : null);

async function run(): Promise<boolean> {
  const parent = process.argv[2];
  if (!parent) throw new Refusal("Dites où écrire la sauvegarde : npm run backup -- /chemin/du/dossier");
  say(await save(resolve(parent)));
  return true;
}

async function save(parent: string): Promise<Made> {
  const progress = sparingly(3);
  try {
    return await backUp({
      url: env().DATABASE_URL,
      parent,
      files: filesFolder(),
      onProgress: (table, share) => progress(() => `${Math.floor(share * 100)} % de la base (${table})`),
      onFiles: (count) => progress(() => `${count} fichiers copiés`),
    });
  } catch (error) {
    if (!(error instanceof Stalled)) throw error;
    throw new Refusal(
      `La base ou le disque n’a rien donné pendant ${error.seconds} secondes : la sauvegarde est abandonnée. Elle n’existe pas.`,
    );
  }
}

function say({ folder, rows, files, bytes }: Made): void {
  tell(`Sauvegarde écrite dans ${folder} : ${rows} lignes, ${Math.ceil(bytes / 1e6)} Mo scellés, ${files} fichiers.`);
  if (!filesFolder()) tell("Les fichiers déposés sont gardés ailleurs : leur sauvegarde est celle de ce stockage.");
  tell("Gardez à part les clés de cette installation (MASTER_KEY, ou secrets.json) : sans elles, rien ne s’ouvre.");
}

await runCommand(run);
