import { buildSite } from "./lib/build.mjs";
import { main, say } from "./lib/say.mjs";
import { loadDotEnv, withActionsKey } from "./lib/settings.mjs";

await main(async () => {
  loadDotEnv();
  const isNew = await buildSite(
    withActionsKey({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
  );
  say(isNew ? "Le site est construit." : "Le site était déjà construit.");
});
