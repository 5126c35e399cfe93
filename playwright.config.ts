import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, chromiumSandbox, findChromium } from "./scripts/lib/chromium";

/** `npm test` starts a production server for the journeys and names it here; by hand they run against `npm run dev`. */
const baseURL = process.env.BASE_URL ?? "http://localhost:3000";

/** Journeys that change what every page shows: after the others, which compare pages. */
const forEverybody = "agent/settings.spec.ts";
/** What all the others looked at. */
const afterAll = "every-page.spec.ts";

export default (async () =>
  defineConfig({
    testDir: "e2e",
    outputDir: "test-results/journeys",
    fullyParallel: false,
    workers: Number(process.env.JOURNEY_WORKERS ?? 2),
    forbidOnly: Boolean(process.env.CI),
    retries: 0,
    timeout: 180_000,
    expect: { timeout: 15_000 },
    reporter: process.env.JOURNEY_REPORT
      ? [["line"], ["json", { outputFile: process.env.JOURNEY_REPORT }]]
      : [["list"]],
    use: {
      actionTimeout: 30_000,
      navigationTimeout: 60_000,
      baseURL,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      trace: "retain-on-failure",
      screenshot: "only-on-failure",
      launchOptions: { executablePath: await findChromium(), args: chromiumFlags, chromiumSandbox },
    },
    projects: [
      { name: "chromium", testIgnore: [forEverybody, afterAll], use: { ...devices["Desktop Chrome"] } },
      { name: "town", testMatch: forEverybody, dependencies: ["chromium"], use: { ...devices["Desktop Chrome"] } },
      { name: "after all", testMatch: afterAll, dependencies: ["town"] },
    ],
  }))();
