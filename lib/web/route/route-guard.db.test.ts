import { NotFound } from "@/lib/kernel/errors";
import { QueryFailed } from "@/db/query-failed";
import { database } from "@/lib/kernel/database";
import { diskRoom } from "@/lib/kernel/disk-room";
import { errorPage } from "./error-page";
import { routeGuard } from "./route-guard";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);

const own = { host: "localhost:3000", origin: "http://localhost:3000" };
const ask = (method: string, headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/x", { method, headers });
const work = jest.fn(async () => new Response("fait"));
const guarded = routeGuard({ name: "essai", limit: { max: 100, windowSeconds: 60 } }, work);

beforeEach(() => work.mockClear());
it("says in words that there is no room left, under a number, for a person and for a script", async () => {
  const full = routeGuard({ name: "full" }, () =>
    Promise.reject(new QueryFailed(Object.assign(new Error("x"), { code: "53100" }))),
  );
  const page = await full(ask("GET", {}), undefined);
  expect(page.status).toBe(503);
  expect(await page.text()).toMatch(/Le portail manque de place.*le numéro \d{9}/);
  const json = await full(ask("GET", { accept: "application/json" }), undefined);
  expect(await json.json()).toMatchObject({ ok: false, reason: "Le portail manque de place" });
  // And whoever looks after the portal reads it too.
  expect((await diskRoom()).state).toBe("full");
});

afterAll(() => database().$client.end());

describe("routeGuard", () => {
  it("lets our own pages write, and anybody read", async () => {
    expect((await guarded(ask("POST", own), undefined)).status).toBe(200);
    expect((await guarded(ask("GET", { host: "localhost:3000" }), undefined)).status).toBe(200);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "refuses a %s from elsewhere with a French page, or JSON to a script",
    async (method) => {
      const page = await guarded(ask(method, { host: own.host }), undefined);
      expect(page.status).toBe(403);
      expect(await page.text()).toContain('<html lang="fr">');
      const json = await guarded(ask(method, { host: own.host, accept: "application/json" }), undefined);
      expect(await json.json()).toMatchObject({
        ok: false,
        message: expect.stringContaining("Rien n’a été enregistré") as string,
      });
      expect(work).not.toHaveBeenCalled();
    },
  );

  it("lets a guest leave from any of its pages, and offers it to no other", async () => {
    work.mockRejectedValue(new NotFound());
    const asGuest = await guarded(ask("GET", { ...own, cookie: "parvis_guest=secret" }), undefined);
    expect(await asGuest.text()).toContain('<a href="/quitter">Quitter et effacer de cet appareil</a>');
    expect(await (await guarded(ask("GET", own), undefined)).text()).not.toContain("/quitter");
    work.mockReset().mockResolvedValue(new Response("fait"));
  });

  it("answers 404 for what is not there and a numbered 500 for the unexpected, repeating nothing", async () => {
    work.mockRejectedValueOnce(new NotFound());
    expect((await guarded(ask("GET", own), undefined)).status).toBe(404);
    work.mockRejectedValueOnce(new Error("canari personnel"));
    const broken = await guarded(ask("GET", own), undefined);
    const text = await broken.text();
    expect(broken.status).toBe(500);
    expect(text).toMatch(/numéro \d{9}/);
    expect(text).not.toContain("canari");
  });

  it("asks to wait beyond the limit", async () => {
    const narrow = routeGuard({ name: "etroit", limit: { max: 2, windowSeconds: 60 } }, work);
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await narrow(ask("GET", own), undefined)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

it("an error page escapes what it is given", async () => {
  const text = await errorPage({
    status: 403,
    title: "<b>",
    sentences: ['"><script>alert(1)</script>'],
    link: { href: "/?a=1&b='", label: "<i>" },
  }).text();
  expect(text).not.toContain("<script");
  expect(text).not.toContain("<b>");
  expect(text).not.toContain("<i>");
});
