import { setTimeout as sleep } from "node:timers/promises";
import { startKillableSite } from "./lib/killable-site.mjs";
import { insist, multipart, readForm } from "./lib/visitor.mjs";

const guesses = 10_000;
const addresses = 1_000;
const clients = 16;
/** One in ten comes from a browser without JavaScript, which gets the whole page back. */
const plainEvery = 10;
/** @type {import("./lib/killable-site.mjs").Name[]} */
const names = ["site", "travaux"];
const person = "voisin@example.org";
/** @type {import("./lib/killable-site.mjs").KillableSite} */
let site;
let stop = async () => {};

beforeAll(async () => {
  site = await startKillableSite("essais");
  ({ stop } = site);
}, 600_000);
afterAll(() => stop(), 60_000);

/** @typedef {{address: string, cookie?: string, "next-action"?: string, accept?: string}} From who sends, and how */
/** @typedef {ReturnType<typeof multipart>} Body */

const addressOf = (/** @type {number} */ number) => `198.18.${(number % addresses) >> 8}.${(number % addresses) & 255}`;

/**
 * Posts a form of ours as a browser without JavaScript does, from an address.
 * @param {string} path
 * @param {string} marker what the form holds
 * @param {Record<string, string>} typed
 * @param {From} [from]
 */
async function post(path, marker, typed, { address, cookie = "" } = { address: "203.0.113.1" }) {
  const page = await (await fetch(site.base + path)).text();
  return send(path, multipart([...readForm(page, marker), ...Object.entries(typed)]), { address, cookie });
}

/**
 * @param {string} path
 * @param {Body} body
 * @param {From} from
 */
function send(path, { body, type }, { address, cookie = "", ...more }) {
  const headers = { origin: site.base, "content-type": type, "x-forwarded-for": address, cookie, ...more };
  return fetch(site.base + path, { method: "POST", headers, body, redirect: "manual" });
}

/** @type {(password: string, from: From) => Promise<Response>} */
const signIn = (password, from) => post("/connexion", 'name="identifier"', { identifier: person, password }, from);

/**
 * What the sign-in form of the page sends: the whole form, or, with JavaScript, the same fields as the arguments of its action.
 * @returns {Promise<(number: number) => {body: Body, from: From}>}
 */
async function readSignInForm() {
  const hidden = readForm(await (await fetch(`${site.base}/connexion`)).text(), 'name="identifier"');
  /** @type {{id: string}} */
  const { id } = JSON.parse(hidden.find(([name]) => name === "$ACTION_1:0")?.[1] ?? "{}");
  return (/** @type {number} */ number) => {
    const typed = { identifier: person, password: `essai numéro ${number}` };
    const address = addressOf(number);
    if (number % plainEvery === 0) return { body: multipart([...hidden, ...Object.entries(typed)]), from: { address } };
    /** @type {[string, string][]} */
    const fields = Object.entries(typed).map(([name, value]) => [`_1_${name}`, value]);
    const body = multipart([...fields, ["0", '[{"status":"idle"},"$K1"]']]);
    return { body, from: { address, "next-action": id, accept: "text/x-component" } };
  };
}

const opens = (/** @type {Response} */ answer) =>
  answer.headers.getSetCookie().some((cookie) => /^parvis_session=[^;]/.test(cookie));

/**
 * What a browser keeps of an answer, as a Cookie header.
 * @type {(answer: Response, name: string) => string | undefined}
 */
const kept = (answer, name) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1).join())
    .find((cookie) => cookie.startsWith(`${name}=`));

async function comparedTries() {
  /** @type {{tries: number}[]} */
  const [row] = await site.sql`
    select count(*)::int as tries from audit_events
    where verb = 'account.sign_in_failed' and subject_id = (select id::text from accounts where email = ${person})`;
  return row?.tries;
}

async function letterLink() {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    /** @type {{text: string}[]} */
    const [letter] = await site.sql`
      select "text" from mailbox where recipient = ${person} and "text" like '%/connexion/ouvrir?%' order by sent_at desc limit 1`;
    const found = /\/connexion\/ouvrir\?\S+/.exec(letter?.text ?? "");
    if (found) return found[0];
  }
  throw new Error("the letter does not come");
}

describe("ten thousand passwords tried on one account, from a thousand addresses (Q20)", () => {
  it("open nothing, the whole site killed half-way: 25 at most are compared, and the owner enters", async () => {
    const { DEMO_PASSWORD: password = "" } = site.settings;
    const before = await signIn(password, { address: "203.0.113.9" });
    expect(opens(before)).toBe(true);
    const device = kept(before, "parvis_devices");
    expect(device).toBeDefined();

    const formOf = await readSignInForm();
    /** @type {Record<number, number>} */
    const statuses = {};
    const seen = { statuses, opened: 0, understood: 0, retried: 0 };
    let begun = 0;
    const guess = async (/** @type {number} */ number) => {
      const { body, from } = formOf(number);
      const answer = await insist(async () => {
        try {
          const response = await send("/connexion", body, from);
          return { response, text: await response.text() };
        } catch (error) {
          seen.retried += 1;
          throw error;
        }
      });
      const { status } = answer.response;
      seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
      if (opens(answer.response)) seen.opened += 1;
      if (/n’est pas le bon|Trop d’essais de suite/.test(answer.text)) seen.understood += 1;
    };
    const client = async () => {
      while (begun < guesses) {
        const number = begun;
        begun += 1;
        if (number === guesses / 2) for (const name of names) site.kill(name);
        await guess(number);
      }
    };
    const start = Date.now();
    await Promise.all(Array.from({ length: clients }, client));
    const compared = await comparedTries();
    const seconds = Math.round((Date.now() - start) / 1000);
    console.info(`${guesses} tries in ${seconds} s, ${seen.retried} cut by the kill; ${compared} were compared`);

    expect(seen).toMatchObject({ statuses: { 200: guesses }, opened: 0, understood: guesses });
    expect(seen.retried).toBeGreaterThan(0);
    expect(compared).toBeGreaterThanOrEqual(5);
    expect(compared).toBeLessThanOrEqual(25);

    const stranger = await signIn(password, { address: "203.0.113.10" });
    expect(opens(stranger)).toBe(false);
    expect(await stranger.text()).toContain("Trop d’essais de suite");
    expect(opens(await signIn(password, { address: "203.0.113.11", cookie: device }))).toBe(true);

    await post("/connexion/lien", 'name="identifier"', { identifier: person });
    const link = await letterLink();
    const entered = await post(link, 'name="jeton"', {});
    expect(entered.status).toBe(303);
    expect(opens(entered)).toBe(true);
  }, 600_000);
});
