import { journeys } from "./lib/journeys.mjs";

// npm run journeys -- e2e/citizen/getting-in.spec.ts: these journeys alone, on a server of their own (needs a build).
const { passed, failed, output } = await journeys.run(process.argv.slice(2));
console.log(output.trim());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
