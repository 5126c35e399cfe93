import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { messageOf } from "./lib/errors.mjs";
import { siteProcess } from "./lib/front.mjs";
import { migrateDatabase } from "./lib/migrations.mjs";
import { inRoot } from "./lib/paths.mjs";
import { runToEnd } from "./lib/progress.mjs";
import { main, Refusal, say, toJournal } from "./lib/say.mjs";
import { withActionsKey } from "./lib/settings.mjs";
import { Supervised } from "./lib/supervise.mjs";

/**
 * First process of the container: checks the settings, migrates, then keeps the web server and the worker running. PARVIS_ROLE=web or
 * worker runs only one of them, for a town that scales them apart.
 */
const role = process.env.PARVIS_ROLE || "all";
const part = (/** @type {string} */ name) => inRoot(".build", "container", `${name}.mjs`);
const preload = ["--import", pathToFileURL(part("console")).href];
const common = { command: process.execPath, env: process.env };
/** @type {Supervised[]} */
const processes = [];

toJournal();
await main(async () => {
  await checkSettings();
  await migrateDatabase(process.env.DATABASE_URL ?? "");
  await runToEnd(part("seed"), process.env, "Les données de départ n’ont pas pu être écrites");
  if (role !== "worker") processes.push(new Supervised({ name: "site", label: "Le site", ...site() }));
  if (role !== "web")
    processes.push(
      new Supervised({
        ...common,
        name: "travaux",
        label: "Le processus des travaux",
        args: [...preload, "--enable-source-maps", part("worker")],
      }),
    );
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stopAll());
  for (const one of processes) one.start();
});

/** The front, on the configuration that Next kept for its standalone output: there is no next.config here. */
function site() {
  /** @type {{config: unknown}} */
  const { config } = JSON.parse(readFileSync(inRoot(".next", "required-server-files.json"), "utf8"));
  const env = { ...withActionsKey(process.env), __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) };
  const { PORT: port = "3000", HOSTNAME: host = "0.0.0.0" } = process.env;
  return siteProcess({ file: part("front"), port, host, env, preload });
}

async function checkSettings() {
  /** @type {{parseEnv: (environment: NodeJS.ProcessEnv) => unknown}} */
  const { parseEnv } = await import(part("env"));
  try {
    parseEnv(process.env);
  } catch (error) {
    throw new Refusal(messageOf(error));
  }
  if (!["all", "web", "worker"].includes(role)) throw new Refusal(`PARVIS_ROLE vaut « ${role} » : all, web ou worker.`);
}

async function stopAll() {
  say("Arrêt…");
  await Promise.all(processes.map((one) => one.stop()));
  process.exit(0);
}
