import { expect, openAgentSession, people, test } from "../fixtures";
import { builtRoutes, missingMethods } from "./build-routes";
import { send } from "./raw-http";
import { routeTable, walkers, type Walker } from "./route-table";
import { makeSamples, type Samples } from "./samples";
import { askAlone, somewhere, visit, walk } from "./walk";

/** Every route of the build, walked by everyone, beside what the table says. A route without a row fails. */

const routes = builtRoutes();
test.setTimeout(180_000);

let place: { site: string; cookies: Record<Walker, string>; samples: Samples };

test.beforeAll(async ({ baseURL }) => {
  const site = (baseURL ?? "").replace(/\/$/, "");
  const samples = await makeSamples(site);
  const agent = async (email: string) => `parvis_agent=${await openAgentSession(email)}`;
  const cookies = {
    anonymous: "",
    owner: samples.owner.cookie,
    other: samples.other.cookie,
    agent: await agent(people.registrar),
    otherAgent: await agent(people.school),
    admin: await agent(people.admin),
    otherAdmin: samples.otherAdmin.cookie,
  };
  place = { site, cookies, samples };
});

test.afterAll(() => place.samples.otherAdmin.leave());

test("Q13: every route of the build has its row in the table, and every row its route", () => {
  const names = routes.map(({ name }) => name);
  expect(
    names.filter((name) => !(name in routeTable)),
    "routes without a row in e2e/security/route-table.ts",
  ).toEqual([]);
  expect(
    Object.keys(routeTable).filter((name) => !names.includes(name)),
    "rows without a route",
  ).toEqual([]);
});

test("Q13: every route opens for whom the table says, and shows what is somebody’s to nobody else", async () => {
  const wrong: string[] = [];
  await inParallel(routes, async (route) => {
    const { told, leaks } = await walk(place, route);
    wrong.push(...leaks);
    for (const walker of walkers)
      if (told[walker] !== routeTable[route.name]?.[walker])
        wrong.push(`${route.name}: ${told[walker]} for ${walker}, the table says ${routeTable[route.name]?.[walker]}`);
  });
  expect(wrong).toEqual([]);
});

test("Q13: the walk is not blind: the owner’s pages show the words that it looks for, alone as well as whole", async () => {
  const owned = routes.filter(({ folders, address }) => folders && /^\/(espace|demandes)\//.test(address));
  const cookie = place.cookies.owner;
  const whole = await Promise.all(owned.map(async (route) => (await visit(place, route, { cookie })).text));
  const alone = await Promise.all(owned.map((route) => askAlone(place, route, cookie)));
  const { private: mine, filed } = place.samples.canaries;
  for (const word of [...mine, ...filed])
    for (const texts of [whole, alone])
      expect(
        texts.some((text) => text.includes(word)),
        word,
      ).toBe(true);
});

test("Q14: no route of the agents opens without their second factor, with a citizen’s session or by Next’s own header", async () => {
  const half = `parvis_agent=${await openAgentSession(people.admin, false)}`;
  const subrequest = (value: string) => ({
    "x-middleware-subrequest": Array.from({ length: 5 }, () => value).join(":"),
  });
  const disguises = [
    { cookie: half },
    { cookie: place.cookies.owner },
    { cookie: `${half}; ${place.cookies.owner}` },
    { cookie: place.cookies.owner.replace("parvis_session", "parvis_agent") },
    ...["proxy", "src/proxy", "middleware", "src/middleware"].map(subrequest),
  ];
  const opened: string[] = [];
  const doors = /^\/admin\/(connexion(\/.+)?|invitation|codes-de-secours)$/;
  const desks = routes.filter(({ address }) => /^\/admin(\/|$)/.test(address) && !doors.test(address));
  await inParallel(desks, async (route) => {
    for (const headers of disguises) {
      const { status, headers: answered } = await visit(place, route, headers);
      const isSentToSignIn = status === 307 && /^\/admin\/connexion(\?|$)/.test(answered.location ?? "");
      if (!isSentToSignIn && status !== 404)
        opened.push(`${route.name} answers ${status} to ${Object.keys(headers).join()}`);
    }
  });
  expect(desks.length).toBeGreaterThan(10);
  expect(opened).toEqual([]);
});

test("Q16: no route handler takes a write from elsewhere, nor a method that it does not have", async () => {
  const wrong: string[] = [];
  const writes = routes.filter(({ method }) => method !== "GET");
  for (const route of writes)
    for (const walker of ["anonymous", "owner", "agent"] as const) {
      const headers = { cookie: place.cookies[walker], origin: "https://malveillant.example" };
      const { status } = await visit(place, route, headers);
      // A cron has no origin: without its secret, the route does not exist.
      if (status !== (route.address === "/api/jobs" ? 404 : 403)) wrong.push(`${route.name}: ${status} for ${walker}`);
    }
  for (const { method, address } of missingMethods()) {
    const headers = { host: new URL(place.site).host, origin: place.site, cookie: place.cookies.owner, ...somewhere() };
    const { status } = await send(place.site, { method, path: place.samples.fill(address), headers });
    if (status !== 405) wrong.push(`${method} ${address}: ${status}`);
  }
  expect(writes.length).toBeGreaterThan(3);
  expect(wrong).toEqual([]);
});

/** A few at a time: quick on two cores, and the server stays free for the journeys beside. */
async function inParallel<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const hand = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 4 }, hand));
}
