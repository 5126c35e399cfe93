import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "./lib/bundle.mjs";
import { takeLock } from "./lib/install-lock.mjs";
import { inData } from "./lib/paths.mjs";
import { migrate, withDatabase } from "./lib/prepare.mjs";
import { runCommand } from "./lib/progress.mjs";
import { main, Refusal, say } from "./lib/say.mjs";
import { isEmbedded, loadDotEnv } from "./lib/settings.mjs";

/**
 * `npm run restore -- <backup>`: puts a backup back in an empty installation that holds the keys of that backup, then reads everything
 * that was put back. Exit code 0 only when all of it holds.
 */
await main(async () => {
  loadDotEnv();
  const [path] = process.argv.slice(2);
  if (!path) throw new Refusal("Dites quelle sauvegarde remettre : npm run restore -- /chemin/de/la/sauvegarde");
  const backup = resolve(path);
  if (!existsSync(join(backup, "manifest.json")))
    throw new Refusal(
      `${backup} n’est pas une sauvegarde complète : son fichier manifest.json manque ou est illisible.`,
    );
  if (isEmbedded() && !existsSync(inData("secrets.json")))
    throw new Refusal(`Remettez d’abord ${inData("secrets.json")}, le fichier des clés de cette sauvegarde.`);
  const [restore, integrity] = [await bundle("restore"), await bundle("integrity")];
  const release = takeLock(0);
  try {
    await withDatabase(async ({ url, environment }) => {
      await migrate(url);
      process.exitCode = await runCommand(restore, [backup], environment);
      if (process.exitCode !== 0) return;
      say("Lecture de tout ce qui vient d’être remis…");
      process.exitCode = await runCommand(integrity, [], environment);
    });
  } finally {
    release();
  }
  process.exit();
});
