import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { startKillableSite } from "./lib/killable-site.mjs";
import { inRoot } from "./lib/paths.mjs";
import { ensurePostgres, stopPostgresOf } from "./lib/postgres.mjs";
import { anotherAddress, multipart, openAgentSession, openSession, readForm } from "./lib/visitor.mjs";

/**
 * Every page of the build, asked without JavaScript while something fails: a query, then the whole database. Each answer has its
 * words in its HTML, in the frame of that page, under a number that is in the log.
 */
/** @type {import("./lib/killable-site.mjs").KillableSite} */
let site;
let stop = async () => {};
/** @type {{citizen: string, admin: string} | undefined} */
let cookies;

beforeAll(async () => {
  site = await startKillableSite("pannes", { withLog: true });
  ({ stop } = site);
  cookies = {
    citizen: await openSession(site.sql, "citoyenne@example.org"),
    admin: await openAgentSession(site.sql, "admin@belleval.example"),
  };
  // What every page needs of the town is known by now, as in a portal that runs.
  await ask("/");
}, 600_000);
afterAll(() => stop(), 60_000);

/** @type {Record<string, string>} */
const manifest = JSON.parse(readFileSync(inRoot(".next", "app-path-routes-manifest.json"), "utf8"));
const hidden = ["/_global-error", "/_not-found", "/erreur"];
/** @type {Record<string, string>} */
const values = {
  "[id]": randomUUID(),
  "[numero]": "2026-AAAA-AAAA",
  "[onglet]": "historique",
  "[slug]": "acte-de-naissance",
};
const addresses = Object.entries(manifest)
  .filter(([file, address]) => file.endsWith("/page") && !hidden.includes(address))
  .map(([, address]) => address.replace(/\[\w+\]/g, (name) => values[name] ?? "x"));
const isDesk = (/** @type {string} */ address) => /^\/admin(\/|$)/.test(address);

/**
 * @param {string} address
 * @param {RequestInit & {headers?: Record<string, string>}} options
 */
async function ask(address, options = {}) {
  const cookie = isDesk(address) ? cookies?.admin : cookies?.citizen;
  const headers = { cookie: cookie ?? "", ...anotherAddress(), ...options.headers };
  const answer = await fetch(site.base + address, { redirect: "manual", ...options, headers });
  return { address, status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** @typedef {Awaited<ReturnType<typeof ask>>} Answer */

/** A few at a time, as visitors come. */
async function askAll(asked = addresses) {
  const left = [...asked];
  /** @type {Answer[]} */
  const answers = [];
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) answers.push(await ask(next));
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
  return answers;
}

/**
 * What is missing from a page, in words; nothing when it has all.
 * @param {Answer} answer
 */
function missingFrom({ address, text, headers }) {
  const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const wanted = {
    language: /<html lang="fr"/.test(text),
    title: /<title>[^<]{3,} – Vos démarches en ligne – Belleval<\/title>/.test(text),
    "one heading": text.match(/<h1\b/g)?.length === 1,
    "way to the content": text.includes('href="#contenu"') && text.includes('id="contenu"'),
    "whom to tell": isDesk(address)
      ? text.includes("prévenez un administrateur du portail")
      : /01\s99\s00\s00\s00/.test(text),
    frame: isDesk(address) ? text.includes("agent-page") : text.includes("site-footer"),
    "space's menu": !/^\/espace(\/|$)/.test(address) || text.includes("Rubriques de mon espace"),
    "styles that the policy lets in": nonce !== undefined && text.includes(`nonce="${nonce}"`),
    "no script": !text.includes("<script"),
    "no store": headers.get("cache-control")?.includes("no-store"),
  };
  return Object.entries(wanted).flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

const numberIn = (/** @type {string} */ text) => /le numéro(?:&nbsp;|\s|<[^>]*>)*(\d{9})/.exec(text)?.[1];

/**
 * Every failed page has all that a page of failure has, and its own number, found in the log.
 * @param {Answer[]} failed
 */
function expectToldAndLogged(failed) {
  expect(failed.flatMap((answer) => missingFrom(answer).map((name) => `${answer.address}: ${name}`))).toEqual([]);
  const numbers = failed.map(({ text }) => numberIn(text));
  expect(failed.filter((_answer, at) => !numbers[at]).map(({ address }) => address)).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const logged = new Set(site.log().map(({ number }) => number));
  expect(failed.filter((_answer, at) => !logged.has(numbers[at])).map(({ address }) => address)).toEqual([]);
}

describe("a page whose query fails", () => {
  it("says so in its HTML, with the number of its line in the log, whatever the page", async () => {
    await site.sql`alter schema public rename to away`;
    const answers = await askAll().finally(() => site.sql`alter schema away rename to public`);
    const failed = answers.filter(({ status }) => status === 500);
    // The others lead elsewhere, or do not exist, before they ask anything.
    expect(answers.filter(({ status }) => ![500, 307, 404].includes(status)).map(({ address }) => address)).toEqual([]);
    expect(failed.length).toBeGreaterThan(80);
    expectToldAndLogged(failed);
    const [one] = failed;
    expect((await ask(one?.address ?? "")).status).not.toBe(500);
  }, 120_000);
});

/** One of each frame: the words are made in one place, and each query waits for a connection that does not come. */
const sample = [
  "/",
  "/demarches/acte-de-naissance",
  "/espace",
  "/espace/relations",
  "/admin",
  "/admin/demandes",
  "/connexion",
];

describe("a page while the database is away", () => {
  it("says so and when to come back, keeps what was typed, and all works again at once", async () => {
    const form = await ask("/mot-de-passe-oublie", { headers: { cookie: "" } });
    await stopPostgresOf(site.home);
    const failed = await askAll(sample);
    expect(failed.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(
      sample.map(() => [503, "30"]),
    );
    expectToldAndLogged(failed);

    const head = await ask("/espace", { method: "HEAD" });
    expect([head.status, head.headers.get("retry-after"), head.text]).toEqual([503, "30", ""]);
    const script = await ask("/api/session/usager");
    expect([script.status, script.headers.get("retry-after")]).toEqual([503, "30"]);
    // What asks nothing of the database is there, in the town's own frame.
    const plain = await ask("/accessibilite", { headers: { cookie: "" } });
    expect([plain.status, plain.text.includes("Belleval")]).toEqual([200, true]);

    /** @type {[string, string][]} */
    const typed = [...readForm(form.text, 'name="identifier"'), ["identifier", 'quelqu’un "<b>"']];
    const kept = await post("/mot-de-passe-oublie", typed);
    await ensurePostgres({ home: site.home });
    expect(kept.text).toContain("quelqu’un &quot;&lt;b&gt;&quot;");
    const again = kept.status === 503 ? readForm(kept.text, "Envoyer à nouveau") : typed;
    expect((await post("/mot-de-passe-oublie", again)).status).toBe(303);
    expect((await ask("/espace")).status).toBe(200);
  }, 240_000);
});

/**
 * @param {string} address
 * @param {[string, string][]} fields
 */
function post(address, fields) {
  const { body, type } = multipart(fields);
  return ask(address, { method: "POST", body, headers: { cookie: "", origin: site.base, "content-type": type } });
}
