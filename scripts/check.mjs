import { buildSite } from "./lib/build.mjs";
import {
  databaseTests,
  lint,
  literally,
  quick,
  routeTypes,
  runCheck,
  scriptTests,
  summarise,
  unit,
} from "./lib/checks.mjs";
import { listTree, readTexts } from "./lib/docs.mjs";
import { journeys } from "./lib/journeys.mjs";
import { partNamed } from "./lib/part.mjs";
import { beginRun, endRun } from "./lib/run.mjs";
import { main, Refusal, sentence } from "./lib/say.mjs";

/**
 * `npm test` runs everything; `npm run verify` (--fast) what needs neither a database nor a browser; `npm test -- <words>` the tests
 * whose path or titles hold these words, journeys included.
 */
const isFast = process.argv.includes("--fast");
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));

/** @type {import("./lib/checks.mjs").Check} */
const build = {
  label: "construction de production",
  run: async () => {
    try {
      await buildSite({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
      return { passed: 1, failed: 0, output: "" };
    } catch (error) {
      return { passed: 0, failed: 1, output: sentence(error) };
    }
  },
};

let isInterrupted = false;
beginRun(() => (isInterrupted = true));

/** @param {import("./lib/checks.mjs").Check[]} checks */
async function inTurn(checks) {
  const results = [];
  for (const check of checks) if (!isInterrupted) results.push(await runCheck(check));
  return results;
}

async function everything() {
  const first = await inTurn([routeTypes]);
  const both = await Promise.all([inTurn([lint(isFast)]), inTurn([...quick, unit()])]);
  if (isFast) return [...first, ...both.flat()];
  // Each of the two leaves a core free: one process of tests, or one portal that stops and starts.
  const rest = await Promise.all([inTurn([databaseTests()]), inTurn([build, scriptTests()])]);
  return [...first, ...both.flat(), ...rest.flat(), ...(await inTurn([journeys]))];
}

async function onlyPart() {
  const part = partNamed(words, readTexts(listTree()));
  const checks = [];
  if (part.unit.length > 0) checks.push(unit(part.unit));
  if (!isFast && part.database.length > 0) checks.push(databaseTests(part.database));
  // Some commands and every journey are tried on the built site.
  if (!isFast && part.scripts.length + part.journeys.length > 0) checks.push(build);
  if (!isFast && part.scripts.length > 0) checks.push(scriptTests(part.scripts));
  const { label, run } = journeys;
  if (!isFast && part.journeys.length > 0) checks.push({ label, run: () => run(part.journeys.map(literally)) });
  if (checks.length === 0) throw new Refusal(`Aucun test ne parle de « ${words.join(" ")} ».`);
  return inTurn(checks);
}

await main(async () => {
  try {
    const results = words.length > 0 ? await onlyPart() : await everything();
    process.exitCode = summarise(results) && !isInterrupted ? 0 : 1;
  } finally {
    await endRun();
  }
  process.exit();
});
