import { mkdirSync, rmSync } from "node:fs";
import { buildSite } from "./lib/build.mjs";
import { bundleForContainer } from "./lib/bundle.mjs";
import { inRoot } from "./lib/paths.mjs";
import { main, say } from "./lib/say.mjs";

/** What the Dockerfile copies: Next's standalone server, and the launcher, worker, seed, backup and checks bundled with their packages. */
await main(async () => {
  process.env.PARVIS_STANDALONE = "1";
  await buildSite({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  rmSync(inRoot(".build", "container"), { recursive: true, force: true });
  mkdirSync(inRoot(".build", "container"), { recursive: true });
  /** @type {Parameters<typeof bundleForContainer>[0][]} */
  const programs = ["launcher", "console", "front", "worker", "seed", "env", "backup", "integrity", "publish"];
  for (const name of programs) await bundleForContainer(name);
  say("Prêt pour l’image : .next/standalone, .next/static, public, .build/container, db/migrations.");
});
