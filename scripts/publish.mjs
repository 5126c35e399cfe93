import { bundle } from "./lib/bundle.mjs";
import { migrate, withDatabase } from "./lib/prepare.mjs";
import { runCommand } from "./lib/progress.mjs";
import { main } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

/** Publishes the démarches that ship: those that the town does not have, or those named. */
await main(async () => {
  loadDotEnv();
  const program = await bundle("publish");
  await withDatabase(async ({ url, environment }) => {
    await migrate(url);
    process.exitCode = await runCommand(program, process.argv.slice(2), environment);
  });
  process.exit();
});
