import { randomUUID } from "node:crypto";
import { flashCookie } from "@/lib/shared/flash-cookie";
import { expect, openAgentSession, openCitizenSession, people, test } from "../fixtures";
import { builtRoutes } from "./build-routes";
import { send } from "./raw-http";
import { somewhere } from "./walk";
import { missingWords } from "./words";

/**
 * What does not exist says so without JavaScript, on every page of the build that shows one thing, and where no page is
 * (vercel/next.js#62228). What fails is asked of every page in scripts/failures.test.mjs.
 */
const absent = {
  "[id]": randomUUID(),
  "[numero]": "2026-AAAA-AAAA",
  "[slug]": "une-ancienne",
  "[onglet]": "historique",
};
const things = builtRoutes()
  .filter(({ folders, address }) => folders && address.includes("["))
  .map(({ address }) => address.replace(/\[\w+\]/g, (name) => absent[name as keyof typeof absent]));
const nowhere = ["/nulle-part", "/espace/nulle-part", "/admin/nulle-part", "/nulle-part.png", "/erreur"];
const unreadable = ["/demarches/%E0%A4%A", "/%zz", "/admin/demandes/%ff"];

let cookies: { citizen: string; admin: string };
test.beforeAll(async () => {
  const admin = `parvis_agent=${await openAgentSession(people.admin)}`;
  cookies = { citizen: `parvis_session=${await openCitizenSession(people.citizen)}`, admin };
});

async function ask(site: string, path: string, method = "GET") {
  const cookie = /^\/admin(\/|$)/.test(path) ? cookies.admin : cookies.citizen;
  return send(site, { method, path, headers: { host: new URL(site).host, cookie, ...somewhere() } });
}

test("what does not exist has its words in the HTML, in the frame of its address, whatever the page", async ({
  site,
}) => {
  const wrong: string[] = [];
  let told = 0;
  for (const path of [...things, ...nowhere, ...unreadable]) {
    const answer = await ask(site, path);
    if (answer.status === 307) continue; // to the page that says it
    if (answer.status === 404) told += 1;
    else wrong.push(`${path}: ${answer.status}`);
    wrong.push(...missingWords({ path, ...answer }).map((name) => `${path}: ${name}`));
  }
  expect(wrong).toEqual([]);
  expect(told).toBeGreaterThan(25);
});

test("it says so in the space of who is there: the citizen's own menu, the agents' own", async ({ site }) => {
  expect((await ask(site, "/espace/relations/" + randomUUID())).text).toContain("Rubriques de mon espace");
  expect((await ask(site, "/admin/nulle-part")).text).toContain("/admin/reglages");
  const stranger = await send(site, {
    path: "/admin/nulle-part",
    headers: { host: new URL(site).host, ...somewhere() },
  });
  expect(stranger.text).not.toContain("/admin/reglages");
});

test("asked by HEAD, it has the same status and headers, and no body", async ({ site }) => {
  for (const path of ["/demarches/une-ancienne", "/nulle-part"]) {
    const [head, whole] = [await ask(site, path, "HEAD"), await ask(site, path)];
    expect([head.status, head.text]).toEqual([404, ""]);
    expect(Object.keys(head.headers).sort()).toEqual(Object.keys(whole.headers).sort());
  }
});

test("the message and the cookies of the answer in whose place it comes go with it", async ({ site }) => {
  const cookie = `${flashCookie}=x.y`;
  const { headers } = await send(site, {
    path: "/demarches/une-ancienne",
    headers: { host: new URL(site).host, cookie },
  });
  expect(headers["set-cookie"]).toEqual([
    expect.stringContaining(`${flashCookie}=; Path=/demarches/une-ancienne; Max-Age=0`),
  ]);
});

test("nobody opens the page of failures by its address, nor makes the front believe that it passed", async ({
  site,
}) => {
  for (const name of ["x-parvis-visit", "x-parvis-path", "x-parvis-front"]) {
    const headers = { host: new URL(site).host, [name]: randomUUID() };
    expect((await send(site, { path: "/erreur", headers })).status).toBe(404);
  }
});
