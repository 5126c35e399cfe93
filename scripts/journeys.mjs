import { journeys } from "./lib/journeys.mjs";
import { beginRun, endRun } from "./lib/run.mjs";
import { main } from "./lib/say.mjs";

// npm run journeys -- e2e/citizen/getting-in.spec.ts: these journeys alone, on a server of their own (needs a build).
let isInterrupted = false;
beginRun(() => (isInterrupted = true));

await main(async () => {
  try {
    const { passed, failed, output } = await journeys.run(process.argv.slice(2));
    console.log(output.trim());
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = isInterrupted || failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await endRun();
  }
});
