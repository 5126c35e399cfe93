import { migrate, withDatabase } from "./lib/prepare.mjs";
import { main, say } from "./lib/say.mjs";
import { loadDotEnv } from "./lib/settings.mjs";

await main(async () => {
  loadDotEnv();
  await withDatabase(({ url }) => migrate(url));
  say("La base est à jour.");
  process.exit(0);
});
