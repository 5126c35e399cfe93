import { asVisit, newVisit, postAs, type Visit } from "@/db/test/visits";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { codeOf, lastLink, newAgent, password, settleTown } from "@/lib/staff/testing";
import type { ServerFormAction } from "@/lib/web/form/form-action";
import { routeGuard } from "@/lib/web/route/route-guard";
import { agentSignInAction, secondFactorAction } from "./(acces)/connexion/actions";
import { askBrowserLinkAction } from "./(acces)/connexion/navigateur/actions";
import { recogniseBrowserAction } from "./(acces)/connexion/reconnaitre/actions";
import { searchAccountsAction } from "./(bureau)/comptes/actions";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

/** A town hall has one address: what one of its people does must not stop the others. */
jest.setTimeout(60_000);

const noon = new Date("2027-03-01T08:30:00Z").getTime();
let minutes = 0;
let restore: () => void = () => undefined;
/** Each test stands in minutes of its own: all of it happens within one. */
beforeEach(() => {
  minutes += 10;
  const then = new Date(noon + minutes * 60_000);
  restore = setClock(() => then);
});
afterEach(() => restore());
beforeAll(settleTown);
afterAll(() => database().$client.end());

let addresses = 0;
const newAddress = () => `203.0.113.${(addresses += 1)}`;

/** Where the form leads, or the sentence it comes back with. */
async function post(visit: Visit, action: ServerFormAction, fields: Record<string, string>): Promise<string> {
  const state = await postAs(visit, action, fields);
  if (typeof state === "string") return state;
  return state.status === "error" ? (state.formError ?? Object.values(state.errors).join(" ")) : state.status;
}

type Person = Awaited<ReturnType<typeof newAgent>>;
const type = (visit: Visit, { email }: Person, typed: string) =>
  post(visit, agentSignInAction, { email, password: typed });

async function comeIn(visit: Visit, agent: Person): Promise<string> {
  await type(visit, agent, password);
  return post(visit, secondFactorAction, { code: await codeOf(agent.agentId) });
}

const wrong = "Le courriel ou le mot de passe n’est pas le bon";
const tooMany = "Trop d’essais en peu de temps";

describe("thirty colleagues behind one address", () => {
  it("come in within a minute, one in three mistyping, and whoever comes last is not told to wait", async () => {
    const address = newAddress();
    const seen: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const [agent, visit] = [await newAgent(), newVisit(address)];
      if (turn % 3 === 0) expect(await type(visit, agent, "ce n’est pas le bon")).toContain(wrong);
      seen.push(await comeIn(visit, agent));
      expect(visit.jar.has("parvis_agent")).toBe(true);
    }
    expect(seen).toEqual(Array<string>(30).fill("/admin"));
  });

  it("are kept from guessing: twenty wrong tries in a minute and the address waits, right passwords included", async () => {
    const address = newAddress();
    const guesser = newVisit(address);
    for (let turn = 0; turn < 20; turn += 1) {
      const nobody = { email: `personne${turn}@belleval.example` } as Person;
      expect(await type(guesser, nobody, "essai de mot de passe")).toContain(wrong);
    }
    const agent = await newAgent();
    expect(await type(guesser, agent, password)).toContain(tooMany);
    expect(await type(newVisit(newAddress()), agent, password)).toBe("/admin/connexion");
  });

  it("come in all the same from a browser where they signed in before, while a stranger beside them guesses", async () => {
    const address = newAddress();
    const [agent, visit] = [await newAgent(), newVisit(newAddress())];
    expect(await comeIn(visit, agent)).toBe("/admin");
    visit.jar.delete("parvis_agent");
    const guesser = newVisit(address);
    for (let turn = 0; turn < 25; turn += 1) await type(guesser, { email: "x@belleval.example" } as Person, "essai");
    const home = { ...visit, address };
    expect(await type(home, agent, password)).toBe("/admin/connexion");
  });
});

describe("an agent whom strangers make wait", () => {
  it("has a browser made known by a letter, whose page answers the same for whoever is no agent", async () => {
    const [agent, guesser, visit] = [await newAgent(), newVisit(newAddress()), newVisit(newAddress())];
    for (let turn = 0; turn < 6; turn += 1) await type(guesser, agent, "ce n’est pas le bon");
    expect(await type(visit, agent, password)).toMatch(
      /^Trop d’essais de suite.*, ou faites reconnaître ce navigateur/,
    );
    const ask = (email: string) => post(visit, askBrowserLinkAction, { email });
    expect(await ask(agent.email)).toBe(await ask("personne@belleval.example"));
    const jeton = await lastLink(agent.email, "agent.browser");
    expect(await post(visit, recogniseBrowserAction, { jeton })).toBe("/admin/connexion");
    expect(await comeIn(visit, agent)).toBe("/admin");
    expect(await type(newVisit(newAddress()), agent, password)).toContain("Trop d’essais de suite");
  });
});

describe("who is signed in is counted as a person", () => {
  it("one agent’s sixty searches stop that agent, and no colleague of the same address", async () => {
    const address = newAddress();
    const [busy, other] = [newVisit(address), newVisit(address)];
    for (const visit of [busy, other]) expect(await comeIn(visit, await newAgent())).toBe("/admin");
    const search = (visit: Visit) => post(visit, searchAccountsAction, { q: "Martin", vue: "tous" });
    for (let turn = 0; turn < 60; turn += 1) expect(await search(busy)).toMatch(/^\/admin\/comptes/);
    expect(await search(busy)).toContain(tooMany);
    expect(await search(other)).toMatch(/^\/admin\/comptes/);
  });

  it("strangers who post without end from an address stop none of its agents", async () => {
    const address = newAddress();
    const [flood, agent] = [newVisit(address), newVisit(address)];
    expect(await comeIn(agent, await newAgent())).toBe("/admin");
    const search = (visit: Visit) => post(visit, searchAccountsAction, { q: "Martin", vue: "tous" });
    const answers = [];
    for (let turn = 0; turn < 70; turn += 1) answers.push(await search(flood));
    expect(answers.filter((answer) => answer.includes(tooMany))).toHaveLength(10);
    expect(await search(agent)).toMatch(/^\/admin\/comptes/);
  });

  it("the same of the routes", async () => {
    const address = newAddress();
    const [stranger, busy, other] = [newVisit(address), newVisit(address), newVisit(address)];
    for (const visit of [busy, other]) expect(await comeIn(visit, await newAgent())).toBe("/admin");
    const route = routeGuard({ name: "essai-personnes", limit: { max: 2, windowSeconds: 60 } }, () =>
      Promise.resolve(new Response("fait")),
    );
    const request = new Request("http://localhost:3000/api/x", { headers: { "x-parvis-socket": address } });
    const ask = async (visit: Visit) => (await asVisit(visit, () => route(request, undefined))).status;
    for (const visit of [stranger, busy]) expect([await ask(visit), await ask(visit), await ask(visit)][2]).toBe(429);
    expect(await ask(other)).toBe(200);
  });
});
