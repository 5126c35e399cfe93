import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type postgres from "postgres";
import { routeTable, walkers, type Outcome, type Row, type Walker } from "./route-table";
import { readSamples, type Samples } from "./samples";
import { openDatabase, openSessions } from "./walkers";

/** Every route that the build knows, from its own manifest: a new one without a row in the table fails. */
const manifest = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>;
const technical = /^\/(_global-error|favicon\.ico|icon\.svg|manifest\.webmanifest|robots\.txt|sitemap\.xml)$/;
const routes = [...new Set(Object.values(manifest))].filter((route) => !technical.test(route)).sort();

let sql: postgres.Sql;
let cookies: Record<Walker, string>;
let samples: Samples;

test.beforeAll(async () => {
  sql = openDatabase();
  cookies = await openSessions(sql);
  samples = await readSamples(sql);
});
test.afterAll(async () => sql.end());

test("every route of the build has its row in the table, and every row its route", () => {
  expect(routes).toEqual(Object.keys(routeTable).sort());
});

for (const route of routes)
  test(`${route} opens for whom the table says`, async ({ request, baseURL }) => {
    const seen: Partial<Record<Walker, Outcome>> = {};
    for (const walker of walkers) {
      const path = samples.fill(route);
      const answer = await request.get(path, { headers: { cookie: cookies[walker] }, maxRedirects: 0 });
      seen[walker] = outcomeOf(answer.status(), answer.headers().location, baseURL ?? "");
    }
    expect(seen).toEqual(routeTable[route] satisfies Row | undefined);
  });

function outcomeOf(status: number, location: string | undefined, base: string): Outcome {
  if (status < 300 || status > 399 || location === undefined) return `${status}`;
  return `→ ${samples.generalise(new URL(location, base).pathname)}`;
}

/** What belongs to somebody never stands in a page that another person may open. */
test("no page shows one person's data to another", async ({ request }) => {
  for (const route of routes) {
    const body = await (await request.get(samples.fill(route), { headers: { cookie: cookies.other } })).text();
    for (const canary of samples.canaries) expect(body, route).not.toContain(canary);
  }
});
