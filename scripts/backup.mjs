import { resolve } from "node:path";
import { bundle } from "./lib/bundle.mjs";
import { requireFreeSpace } from "./lib/disk.mjs";
import { withDatabase } from "./lib/prepare.mjs";
import { runCommand } from "./lib/progress.mjs";
import { main, Refusal } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

/** `npm run backup -- <folder>`: the database as it was at one instant and the stored files, sealed, while the portal runs. */
await main(async () => {
  loadDotEnv();
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Refusal("Dites où écrire la sauvegarde : npm run backup -- /chemin/du/dossier");
  requireFreeSpace(resolve(folder));
  const program = await bundle("backup");
  await withDatabase(async ({ environment }) => {
    process.exitCode = await runCommand(program, [resolve(folder)], environment);
  });
  process.exit();
});
