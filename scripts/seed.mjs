import { checkSettings, migrate, seed, withDatabase } from "./lib/prepare.mjs";
import { main, say } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

await main(async () => {
  loadDotEnv();
  await withDatabase(async ({ url, environment }) => {
    await checkSettings(environment);
    await migrate(url);
    await seed(environment);
  });
  say("Les données de départ sont là.");
  process.exit(0);
});
