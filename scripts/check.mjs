import { buildSite } from "./lib/build.mjs";
import { databaseTests, lint, quick, routeTypes, runCheck, scriptTests, summarise, unit } from "./lib/checks.mjs";
import { journeys } from "./lib/journeys.mjs";
import { main, sentence } from "./lib/say.mjs";

/** `npm test` runs everything; `npm run verify` (--fast) what needs neither a database nor a browser. */
const isFast = process.argv.includes("--fast");

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
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (isInterrupted = true));

/** @param {import("./lib/checks.mjs").Check[]} checks */
async function inTurn(checks) {
  const results = [];
  for (const check of checks) if (!isInterrupted) results.push(await runCheck(check));
  return results;
}

await main(async () => {
  const first = await inTurn([routeTypes]);
  const both = await Promise.all([inTurn([lint(isFast)]), inTurn([...quick, unit])]);
  const rest = isFast ? [] : await inTurn([databaseTests, build, scriptTests, journeys]);
  process.exit(summarise([...first, ...both.flat(), ...rest]) && !isInterrupted ? 0 : 1);
});
