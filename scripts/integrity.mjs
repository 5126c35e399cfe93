import { bundle } from "./lib/bundle.mjs";
import { withDatabase } from "./lib/prepare.mjs";
import { main, say } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

/** Reads everything that the portal keeps and says what does not hold: after a crash, after a restore. */
await main(async () => {
  loadDotEnv();
  await withDatabase(async ({ environment }) => {
    Object.assign(process.env, environment);
    const { checkIntegrity } = await import(await bundle("integrity"));
    const { files, faults } = await checkIntegrity();
    for (const { rule, subject } of faults) say(`✗ ${rule} — ${subject}`);
    say(faults.length === 0 ? `Tout est intact (${files} fichiers relus).` : `${faults.length} anomalie(s).`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  });
  process.exit();
});
