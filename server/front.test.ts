import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { findVisit, visitHeader, type Visit } from "@/lib/web/route/visit";
import { createFront } from "./front";
import { SlowBodies } from "./slow-bodies";

/** The front before an application of a few lines, on a real port. */
const seen: { path: string; visit: Visit | null; body: string }[] = [];
let now = 0;
let page: (request: IncomingMessage, response: ServerResponse) => void;

async function application(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const visit = findVisit({ get: (name) => String(request.headers[name]) });
  let body = "";
  for await (const part of request) body += String(part);
  seen.push({ path: request.url ?? "", visit, body });
  response.setHeader("content-type", "text/html");
  if (request.url === "/erreur")
    response.end(`<h1>${visit?.failure?.kind} ${visit?.failure?.number}</h1><script>1</script>`);
  else page(request, response);
}

const bodies = new SlowBodies(30_000, () => now);
let front: Server;

beforeAll(async () => {
  const kinds = { "/api/x": "handler", "/a.svg": "file", "/perdu": "none" } as const;
  const kindOf = (path: string) => (path in kinds ? kinds[path as keyof typeof kinds] : "page");
  front = createFront({ handle: application, kindOf, bodies, transport: null });
  await listen(front);
});
afterAll(() => new Promise((resolve) => front.close(resolve)));
beforeEach(() => {
  seen.length = 0;
  page = (_request, response) => void response.end("une page");
});

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const port = () => (front.address() as AddressInfo).port;
const ask = (path: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${port()}${path}`, options);
/** As a page of the portal: its host is what the settings of the tests say. */
const own = { host: "localhost:3000", origin: "http://localhost:3000" };

describe("an answer without words", () => {
  it("is replaced by a page made apart, with the number of its visit, and without scripts", async () => {
    page = (_request, response) => {
      const { visit } = seen.at(-1) ?? {};
      if (visit) visit.number = "123456789";
      response.statusCode = 500;
      response.end("<html id='__next_error__'>");
    };
    const answer = await ask("/demarches");
    expect([answer.status, await answer.text()]).toEqual([500, "<h1>broken 123456789</h1>"]);
  });

  it("is a 503 that says when to come back, while the database is away", async () => {
    page = (_request, response) => {
      const { visit } = seen.at(-1) ?? {};
      if (visit) visit.isDatabaseAway = true;
      response.statusCode = 500;
      response.end();
    };
    const answer = await ask("/demarches");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await answer.text()).toMatch(/^<h1>away \d{9}<\/h1>$/);
  });

  it("is left to a script as it is", async () => {
    page = (_request, response) => void response.writeHead(404).end("flight");
    const answer = await ask("/demarches", { headers: { rsc: "1" } });
    expect([answer.status, await answer.text()]).toEqual([404, "flight"]);
  });

  it("is not even asked for at an address that leads nowhere", async () => {
    expect((await ask("/perdu")).status).toBe(404);
    expect(seen.map(({ path }) => path)).toEqual(["/erreur"]);
  });

  it("has words in a route handler and for a file too, where Next says none of ours", async () => {
    const bare = (status: number, type?: string) => (_request: IncomingMessage, response: ServerResponse) => {
      response.removeHeader("content-type");
      if (type) response.setHeader("content-type", type);
      response.writeHead(status).end(type ? "Not Found" : "");
    };
    for (const [path, method, status, type, words] of [
      ["/api/x", "POST", 405, undefined, "ne reçoit rien"],
      ["/api/x", "GET", 405, undefined, "n’existe pas"],
      ["/api/x", "GET", 400, undefined, "n’existe pas"],
      ["/api/x", "GET", 500, "text/plain", "numéro"],
      ["/a.svg", "GET", 404, "text/plain; charset=utf-8", "n’existe pas"],
    ] as const) {
      page = bare(status, type);
      const answer = await ask(path, { method });
      expect([answer.status, await answer.text()]).toEqual([
        status,
        expect.stringMatching(`<html lang="fr">.*${words}`),
      ]);
    }
  });

  it("offers « Quitter » to a browser that holds a guest key, and to nobody else", async () => {
    page = (_request, response) => {
      response.removeHeader("content-type");
      response.writeHead(404).end();
    };
    const told = async (cookie: string, path: string, method = "GET") =>
      (await (await ask(path, { method, headers: { cookie } })).text()).includes('href="/quitter"');
    for (const [path, method] of [
      ["/api/x", "GET"],
      ["/a.svg", "POST"],
      ["/demarches", "POST"],
    ] as const) {
      expect(await told("a=b; parvis_guest=secret", path, method)).toBe(true);
      expect(await told("a=b; parvis_guest=", path, method)).toBe(false);
      expect(await told("xparvis_guest=secret", path, method)).toBe(false);
    }
  });

  it("is not what a route handler says in its own words", async () => {
    page = (_request, response) =>
      void response.setHeader("content-type", "application/json").writeHead(400).end('{"reason":"malformed"}');
    expect(await (await ask("/api/x")).json()).toEqual({ reason: "malformed" });
  });

  it("is told to a script in plain words when it could not be read", async () => {
    page = (_request, response) => void response.writeHead(400).end("Invalid Server Action request.");
    const answer = await raw(
      "POST /demarches",
      { ...own, "content-length": "3", "next-action": "x", connection: "close" },
      "a=b",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*n’a pas été compris/s);
  });

  it("still has words when its page fails too", async () => {
    page = (_request, response) => void response.writeHead(500).end();
    const broken = createFront({
      handle: async (request, response) => {
        if (request.url === "/erreur") throw new Error("twice");
        return application(request, response);
      },
      kindOf: () => "page",
      bodies,
      transport: "max-age=1",
    });
    await listen(broken);
    const answer = await fetch(`http://127.0.0.1:${(broken.address() as AddressInfo).port}/x`);
    expect([answer.status, answer.headers.get("strict-transport-security")]).toEqual([500, "max-age=1"]);
    expect(await answer.text()).toMatch(/<html lang="fr">.*le numéro \d{9}/);
    broken.close();
  });
});

describe("what comes from outside", () => {
  it("cannot name a visit", async () => {
    page = (request, response) => void response.end(String(request.headers[visitHeader]));
    const answer = await ask("/demarches", { headers: { [visitHeader]: "forge" } });
    expect(await answer.text()).not.toBe("forge");
    expect(seen[0]?.visit).toMatchObject({ failure: null });
    await ask("/api/x", { headers: { [visitHeader]: "forge" } });
    expect(seen[1]?.visit).toBeNull();
  });

  it.each(["/x.png", "/a.svg", "/perdu", "/demarches"])(
    "is not read when it is too large for a form: POST %s",
    async (path) => {
      const answer = await raw(`POST ${path}`, { ...own, "content-length": "100000000" });
      expect(answer).toMatch(/^HTTP\/1\.1 (413|405) .*<html lang="fr">/s);
      expect(seen).toEqual([]);
    },
  );

  it("is not taken from elsewhere, and gets to the application whole from our own page", async () => {
    expect(await raw("POST /demarches", { ...own, origin: "http://x.example", "content-length": "3" }, "a=b")).toMatch(
      / 403 /,
    );
    expect(seen).toEqual([]);
    expect(await raw("POST /demarches", { ...own, "content-length": "3", connection: "close" }, "a=b")).toMatch(
      / 200 /,
    );
    expect(seen).toMatchObject([{ path: "/demarches", body: "a=b" }]);
  });
});

describe("what is no request", () => {
  it.each([
    ["TRACE /api/x", {}, /^HTTP\/1\.1 405 .*<html lang="fr">.*ne reçoit rien/s],
    ["PROPFIND /demarches", {}, /^HTTP\/1\.1 405 .*<html lang="fr">/s],
    [`GET /recherche?q=${"a".repeat(20_000)}`, {}, /^HTTP\/1\.1 431 .*<html lang="fr">.*raccourcissez-la/s],
    ["GET /", { cookie: "x".repeat(20_000) }, /^HTTP\/1\.1 431 .*effacez les cookies/s],
    ["n’importe quoi", {}, /^HTTP\/1\.1 400 .*<html lang="fr">.*n’a pas été compris/s],
  ])("has words for an answer: %.20s", async (line, headers, words) => {
    expect(await raw(line, { ...own, ...headers })).toMatch(words);
    expect(seen).toEqual([]);
  });
});

describe("a body that does not come", () => {
  it("is cut with words after thirty seconds of silence, and not while a little still comes", async () => {
    const arrived = new Promise<Socket>((resolve) => front.once("connection", resolve));
    const heard = new Promise((resolve) => front.once("request", resolve));
    const client = connect(port(), "127.0.0.1");
    let text = "";
    client.on("data", (part) => (text += String(part)));
    const closed = new Promise((resolve) => client.once("close", resolve));
    client.write(head("POST /demarches", { ...own, "content-length": "100" }));
    const [socket] = await Promise.all([arrived, heard]);
    for (let sent = 1; sent <= 5; sent += 1) {
      const before = socket.bytesRead;
      client.write("x");
      while (socket.bytesRead === before) await new Promise((resolve) => setImmediate(resolve));
      now += 29_000;
      bodies.sweep();
    }
    expect([text, client.destroyed]).toEqual(["", false]);
    now += 30_000;
    bodies.sweep();
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 408 .*<html lang="fr">.*n’est pas arrivé en entier/s);
    expect(seen).toEqual([]);
  });

  it("is cut in a route handler too, which reads it by itself", async () => {
    const heard = new Promise((resolve) => front.once("request", resolve));
    const client = connect(port(), "127.0.0.1");
    const closed = new Promise((resolve) => client.once("close", resolve));
    client.resume();
    client.write(head("POST /api/x", { ...own, "content-length": "100" }));
    await heard;
    now += 30_000;
    bodies.sweep();
    await closed;
  });
});

const head = (line: string, headers: Record<string, string>) =>
  `${line} HTTP/1.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;

/** A request exactly as written; its whole answer. */
async function raw(line: string, headers: Record<string, string>, body = ""): Promise<string> {
  const client = connect(port(), "127.0.0.1");
  client.write(head(line, headers) + body);
  let text = "";
  for await (const part of client) {
    text += String(part);
    if (/<\/html>|une page/.test(text)) break;
  }
  client.destroy();
  return text;
}
