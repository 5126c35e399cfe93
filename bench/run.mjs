import { spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { runLong } from "../scripts/lib/progress.mjs";
import { dataDir, inData, inRoot, root } from "../scripts/lib/paths.mjs";
import { readPortal } from "../scripts/lib/portal.mjs";
import { freePort } from "../scripts/lib/ports.mjs";
import { eraseHome } from "../scripts/lib/postgres.mjs";
import { stopGroup } from "../scripts/lib/processes.mjs";
import { beginRun, endRun } from "../scripts/lib/run.mjs";
import { main, Refusal, say } from "../scripts/lib/say.mjs";
import { openSession } from "../scripts/lib/visitor.mjs";
import { filesUnderAttack } from "./lib/files-under-attack.mjs";
import { interleave, pageRate, rounds, seconds, connections } from "./lib/measure.mjs";
import { scriptTable } from "./lib/script-table.mjs";
import { signInMeasures } from "./lib/sign-in.mjs";
import { submissionMeasures } from "./lib/submission.mjs";
import { sqlMeasures } from "./lib/sql.mjs";

/**
 * `npm run bench` measures everything; `npm run bench -- files` only the portal while twenty hostile files arrive.
 * The portal beside a bare application of the same Next and beside the same SQL alone, measured in one run, in turn.
 * Only the ratios mean something: the machine's own speed stands in both halves of each.
 */
process.env.PARVIS_DATA_DIR = inRoot(".data", "bench");
/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
beginRun(() => void stopAll().then(() => process.exit(1)));

await main(async () => {
  try {
    if (process.argv.includes("files")) await measureFiles(await startPortal());
    else await measureAll();
  } finally {
    await stopAll();
  }
  process.exit();
});

async function stopAll() {
  for (const { pid } of children.splice(0).reverse()) if (pid) await stopGroup(pid, { patience: 20_000 });
  await endRun();
}

async function measureAll() {
  await buildBare();
  const portal = await startPortal();
  const bare = await startBare(portal.databaseUrl);
  const sql = postgres(portal.databaseUrl, { max: connections });
  const cookie = await openSession(sql, "citoyenne@example.org");
  const place = { sql, cookie, portal: portal.base, bare };
  const scripts = await scriptTable(place);

  say(`Mesures : ${rounds} tours de ${seconds} s, ${connections} connexions.`);
  // Thousands of drafts: of somebody else than whose dashboard is measured.
  const filer = await openSession(sql, "voisin@example.org");
  const submission = await submissionMeasures({ ...place, cookie: filer });
  const rates = await interleave({
    catalogue: () => pageRate(`${portal.base}/demarches`),
    "bare static page": () => pageRate(`${bare}/statique`),
    "bare dynamic list": () => pageRate(`${bare}/liste`),
    dashboard: () => pageRate(`${portal.base}/espace`, { headers: { cookie } }),
    "bare dynamic page, one query": () => pageRate(`${bare}/personnel`),
    ...sqlMeasures(place),
    ...submission,
    ...(await signInMeasures(place)),
  });
  print(rates, scripts);
  await sql.end();
  await measureFiles(portal);
}

/** @param {{base: string, databaseUrl: string}} portal */
async function measureFiles({ base, databaseUrl }) {
  const sql = postgres(databaseUrl, { max: 2 });
  console.log(
    "\nTwenty hostile files together (the portal answers within 200 ms, a small honest file is kept within 2 s):",
  );
  for (const { from, silenceMs, honestMs, honest, allMs, answers } of await filesUnderAttack({ base, sql })) {
    const times = `longest silence of /api/sante ${silenceMs.toFixed(0)} ms, small honest file ${honest} in ${honestMs.toFixed(0)} ms`;
    console.log(
      `  from ${from.padEnd(14)} ${times}; all answered in ${(allMs / 1000).toFixed(1)} s: ${JSON.stringify(answers)}`,
    );
  }
  await sql.end();
}

/**
 * @param {Record<string, number>} rates
 * @param {Awaited<ReturnType<typeof scriptTable>>} scripts
 */
function print(rates, scripts) {
  /** @type {(a: string, b: string) => string} */
  const ratio = (a, b) => ((rates[a] ?? Number.NaN) / (rates[b] ?? Number.NaN)).toFixed(2);
  /** @type {[string, string][]} */
  const rows = [
    ["catalogue / bare static page", ratio("catalogue", "bare static page")],
    ["catalogue / bare dynamic list", ratio("catalogue", "bare dynamic list")],
    ["catalogue / its SQL alone", ratio("catalogue", "SQL of the catalogue")],
    ["dashboard / bare dynamic page with one query", ratio("dashboard", "bare dynamic page, one query")],
    ["dashboard / its SQL alone", ratio("dashboard", "SQL of the dashboard")],
    ["submission / bare action with the same SQL", ratio("submission", "bare submission")],
    ["submission / the same SQL alone", ratio("submission", "SQL of a submission")],
    ["sign-ins / what the hash alone allows", ratio("sign-in", "hash alone")],
    ["catalogue while everybody signs in / at rest", ratio("catalogue in a storm", "catalogue")],
  ];
  console.log("\nRates, for the record (requests or calls a second):");
  for (const [name, value] of Object.entries(rates))
    console.log(`  ${name.padEnd(44)} ${value.toFixed(1).padStart(9)}`);
  console.log("\nRatios:");
  for (const [name, value] of rows) console.log(`  ${name.padEnd(48)} ${value.padStart(6)}`);
  console.log("\nClient JavaScript above a bare page (brotli bytes):");
  for (const { path, bytes, above } of scripts)
    console.log(`  ${path.padEnd(44)} ${String(bytes).padStart(8)}  ${String(above).padStart(7)}`);
}

async function buildBare() {
  const { status, output } = await runLong(
    process.execPath,
    [inRoot("node_modules/next/dist/bin/next"), "build", inRoot("bench/bare")],
    {
      label: "Construction de l’application nue",
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    },
  );
  if (status !== 0) throw new Refusal(`L’application nue n’a pas pu être construite :\n${output}`);
}

async function startPortal() {
  const port = await freePort();
  // A fresh town each time: what an earlier run filed would weigh on this one.
  await eraseHome(dataDir());
  mkdirSync(dataDir(), { recursive: true });
  const env = {
    ...process.env,
    PORT: String(port),
    LOG_LEVEL: "warn",
    TRUST_PROXY: "1",
    DATABASE_URL: "",
    APP_URL: "",
  };
  launch([inRoot("scripts/start.mjs")], env, "portail");
  const base = `http://localhost:${port}`;
  await untilAnswers(`${base}/api/pret`);
  return { base, databaseUrl: readPortal(dataDir()).databaseUrl };
}

/** @param {string} databaseUrl */
async function startBare(databaseUrl) {
  const port = await freePort();
  const args = [
    inRoot("node_modules/next/dist/bin/next"),
    "start",
    inRoot("bench/bare"),
    "--port",
    String(port),
    "--hostname",
    "127.0.0.1",
  ];
  launch(args, { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl }, "nue");
  const base = `http://127.0.0.1:${port}`;
  await untilAnswers(`${base}/nu`);
  return base;
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function launch(args, env, name) {
  const log = openSync(inData(`bench-${name}.log`), "w");
  children.push(spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ["ignore", log, log] }));
}

/** @param {string} url */
async function untilAnswers(url) {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(300)) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Refusal(`${url} ne répond pas : voyez bench-*.log dans ${dataDir()}.`);
}
