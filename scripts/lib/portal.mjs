import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.mjs";

// From the folder of the project, where every run begins: Playwright reads this file as CommonJS, which has no `import.meta`.
const program = resolve("scripts", "start.mjs");

/**
 * A portal for journeys, begun as `npm start` begins it, on `home` and a port that is free: waits until it says that it is ready, ends, or
 * is no longer wanted. Each journey comes from an address of its own (limits count addresses), and a browser that shares two cores
 * finds its proof all the same.
 * @param {string} home
 * @param {{settings?: Record<string, string>, isWanted?: () => boolean, hear?: (text: string) => void}} [how] `hear`: told what it
 *   prints
 */
export async function startPortal(home, { settings = {}, isWanted = () => true, hear = () => undefined } = {}) {
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      PARVIS_DATA_DIR: home,
      PORT: String(port),
      APP_URL: site,
      LOG_LEVEL: "warn",
      TRUST_PROXY: "1",
      CAPTCHA_MAX_NUMBER: "2000",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      hear(text);
    });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  while (!isOver() && isWanted() && !output.includes("Parvis est prêt")) await sleep(100);
  const stop = async () => {
    if (!isOver()) child.kill("SIGTERM");
    for (const end = Date.now() + 40_000; !isOver() && Date.now() < end;) await sleep(100);
    if (!isOver()) child.kill("SIGKILL");
  };
  return { site, stop, isReady: !isOver() && isWanted(), output: () => output };
}

/**
 * What a portal keeps in its folder: its secrets, and the address of its embedded database.
 * @param {string} home
 */
export function readPortal(home) {
  const read = (/** @type {string} */ file) => readFileSync(join(home, file), "utf8");
  /** @type {Record<import("./secrets.mjs").Secret, string>} */
  const secrets = JSON.parse(read("secrets.json"));
  /** @type {{port: number}} */
  const { port } = JSON.parse(read("postgres.json"));
  return { secrets, databaseUrl: `postgres://parvis:${secrets.POSTGRES_PASSWORD}@127.0.0.1:${port}/parvis` };
}
