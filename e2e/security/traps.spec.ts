import { randomUUID } from "node:crypto";
import { database, expect, freshEmail, openCitizenSession, people, test } from "../fixtures";
import { formOf, send } from "./raw-http";

/** Next's own traps (an action without Origin, a believed X-Forwarded-Host, a bare 500…), each closed once. */

const address = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join(".")}`;
const page = "/mot-de-passe-oublie";

/** An account of one's own: asking for a new password writes one row, so rows say whether the action ran. */
async function victim() {
  const email = freshEmail("cible");
  const id = randomUUID();
  await database()`insert into accounts (id, status, email, created_at) values (${id}, 'invited', ${email}, now())`;
  const written = async () => (await database()`select 1 from account_tokens where account_id = ${id}`).length;
  return { email, written };
}

async function attempt(
  base: string,
  headers: Record<string, string>,
  path = page,
  extra: { isChunked?: boolean; body?: string } = {},
) {
  const { email, written } = await victim();
  const form = await formOf(base, page, "identifier");
  const answer = await send(base, {
    method: "POST",
    path,
    body: extra.body ?? form.body({ identifier: email }),
    isChunked: extra.isChunked,
    headers: { "content-type": form.type, "x-forwarded-for": address(), ...headers },
  });
  return { answer, written: await written() };
}

function hostOf(base: string): string {
  return new URL(base).host;
}

test.describe("an action posted from elsewhere changes nothing and gets a page", () => {
  test("the same post from our own page does its work", async ({ site }) => {
    const { answer, written } = await attempt(site, { host: hostOf(site), origin: site });
    expect(answer.status).toBe(303);
    expect(written).toBe(1);
  });

  const refused: [string, (base: string) => Record<string, string>][] = [
    ["no Origin", () => ({})],
    ["no Origin, cross-site", () => ({ "sec-fetch-site": "cross-site" })],
    ["no Origin, same-site", () => ({ "sec-fetch-site": "same-site" })],
    ["Origin: null", () => ({ origin: "null" })],
    ["another origin", () => ({ origin: "https://malveillant.example" })],
    ["our origin from another site", (base) => ({ origin: base, "sec-fetch-site": "cross-site" })],
    [
      "a spoofed forwarded host",
      () => ({ origin: "https://malveillant.example", "x-forwarded-host": "malveillant.example" }),
    ],
    ["a spoofed host", () => ({ origin: "http://malveillant.example", host: "malveillant.example" })],
    ["our origin under another host", (base) => ({ origin: base, host: "malveillant.example" })],
    [
      "our origin with a spoofed forwarded host",
      (base) => ({ origin: base, "x-forwarded-host": "malveillant.example" }),
    ],
  ];

  for (const [name, headers] of refused)
    test(name, async ({ site }) => {
      const { answer, written } = await attempt(site, { host: hostOf(site), ...headers(site) });
      expect(written).toBe(0);
      expect(answer.status).toBe(403);
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.text).toContain('<html lang="fr">');
      expect(answer.text).toContain("Rien n’a été enregistré");
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    });

  test("called as React calls it, without Origin", async ({ site }) => {
    const { answer, written } = await attempt(site, {
      host: hostOf(site),
      "next-action": "0".repeat(40),
      accept: "text/x-component",
    });
    expect([answer.status, written]).toEqual([403, 0]);
  });

  for (const path of ["/icon.png", "/x.svg", `${page}.txt`, "/api/sante"])
    test(`through a path that proxy.ts does not see: ${path}`, async ({ site }) => {
      const { written } = await attempt(
        site,
        { host: hostOf(site), origin: "https://malveillant.example", "x-forwarded-host": "malveillant.example" },
        path,
      );
      expect(written).toBe(0);
    });
});

test("a body too large for a form gets a French page, and one without a length too", async ({ site }) => {
  const own = { host: hostOf(site), origin: site };
  const large = await attempt(site, own, page, { body: "x".repeat(1_500_000) });
  expect([large.answer.status, large.written]).toEqual([413, 0]);
  expect(large.answer.text).toContain("trop volumineux");
  const endless = await attempt(site, { ...own, "transfer-encoding": "chunked" }, page, { isChunked: true });
  expect([endless.answer.status, endless.written]).toEqual([411, 0]);
  expect(endless.answer.text).toContain('<html lang="fr">');
});

test("a form just under the limit is read, and answered in French", async ({ site }) => {
  const form = await formOf(site, page, "identifier");
  const answer = await send(site, {
    method: "POST",
    path: page,
    body: form.body({ identifier: "é".repeat(450_000) }),
    headers: { "content-type": form.type, host: hostOf(site), origin: site, "x-forwarded-for": address() },
  });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("Ce texte est trop long");
});

test.describe("x-middleware-subrequest opens nothing (CVE-2025-29927)", () => {
  for (const value of [
    "proxy",
    "middleware",
    "src/middleware",
    "proxy:proxy:proxy:proxy:proxy",
    "middleware:middleware:middleware:middleware:middleware",
  ])
    test(value, async ({ site }) => {
      for (const [path, door] of [
        ["/admin", "/admin/connexion"],
        ["/admin/demandes", "/admin/connexion"],
        ["/espace", "/connexion"],
        ["/espace/compte", "/connexion"],
      ] as const) {
        const answer = await send(site, {
          path,
          headers: { host: hostOf(site), "x-middleware-subrequest": value },
        });
        expect(answer.status, path).toBe(307);
        expect(answer.headers.location, path).toContain(door);
      }
    });
});

test.describe("route handlers refuse a write from elsewhere", () => {
  for (const path of ["/api/session/usager", "/api/session/agent", "/api/auth/_log", "/api/televersements"])
    test(path, async ({ site }) => {
      for (const headers of [
        {},
        { origin: "null" },
        { origin: "https://malveillant.example", "x-forwarded-host": "malveillant.example" },
      ]) {
        const answer = await send(site, {
          method: "POST",
          path,
          body: "",
          headers: { host: hostOf(site), ...headers },
        });
        expect(answer.status, JSON.stringify(headers)).toBe(403);
        expect(answer.text).toContain('<html lang="fr">');
      }
    });
});

test.describe("what no page uses does not exist, and says so in French", () => {
  const absent = async (site: string, path: string, over: Partial<Parameters<typeof send>[1]> = {}) => {
    const headers = { host: hostOf(site), origin: site, "x-forwarded-for": address(), ...over.headers };
    const answer = await send(site, { path, ...over, headers });
    expect([path, over.method, answer.status]).toEqual([path, over.method, 404]);
    expect(answer.headers["set-cookie"], path).toBeUndefined();
    if (over.method !== "HEAD") expect(answer.text, path).toContain('<html lang="fr"');
    return answer;
  };

  test("no address of next-auth answers, by any method (decision 022)", async ({ site }) => {
    const session = `parvis_session=${await openCitizenSession(people.neighbour)}`;
    const names = [
      "session",
      "csrf",
      "providers",
      "signin",
      "signin/email",
      "signout",
      "error",
      "verify-request",
      "callback/x",
    ];
    for (const name of names) await absent(site, `/api/auth/${name}`, { headers: { cookie: session } });
    for (const method of ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])
      for (const name of ["session", "signout", "_log"])
        await absent(site, `/api/auth/${name}`, { method, headers: { cookie: session } });
    for (const path of ["/api", "/api/auth", "/api/auth/verify-request?callbackUrl=https://malveillant.example"])
      await absent(site, path);
  });

  test("a large body sent to where nothing is goes nowhere, with its length or without", async ({ site }) => {
    const text = "canari-du-journal ".repeat(100_000);
    const body = JSON.stringify({ level: "error", code: text });
    for (const isChunked of [false, true]) {
      const headers = { "content-type": "application/json", ...(isChunked && { "transfer-encoding": "chunked" }) };
      const { text: page } = await absent(site, "/api/auth/_log", { method: "POST", body, isChunked, headers });
      expect(page).not.toContain("canari");
    }
  });

  test("no picture is made over, whatever is asked of /_next/image", async ({ site }) => {
    for (const query of [
      "",
      "?url=%2Ficon.png&w=64&q=75",
      "?url=https%3A%2F%2Fmalveillant.example%2Fx.png&w=64&q=75",
      "?w=64",
    ])
      await absent(site, `/_next/image${query}`);
  });
});

test("a stranger is told whether the portal is ready, and nothing of how it is made", async ({ site }) => {
  const answer = await send(site, { path: "/api/pret", headers: { host: hostOf(site) } });
  expect(JSON.parse(answer.text)).toEqual({ etat: "pret" });
});

test("a page that leads elsewhere while it answers a form leads there to read, never to post again", async ({
  site,
}) => {
  const form = await formOf(site, "/connexion", "identifier");
  const answer = await send(site, {
    method: "POST",
    path: "/connexion",
    body: form.body({ identifier: freshEmail(), password: "ce n’est pas lui" }),
    headers: {
      host: hostOf(site),
      origin: site,
      "content-type": form.type,
      cookie: `parvis_session=${await openCitizenSession(people.neighbour)}`,
      "x-forwarded-for": address(),
    },
  });
  expect([answer.status, answer.headers.location]).toEqual([303, "/espace"]);
});
