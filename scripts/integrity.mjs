import { bundle } from "./lib/bundle.mjs";
import { withDatabase } from "./lib/prepare.mjs";
import { runCommand } from "./lib/progress.mjs";
import { main } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

/** Reads everything that the portal keeps and says what does not hold: after a crash, after a restore. */
await main(async () => {
  loadDotEnv();
  const program = await bundle("integrity");
  await withDatabase(async ({ environment }) => {
    process.exitCode = await runCommand(program, [], environment);
  });
  process.exit();
});
