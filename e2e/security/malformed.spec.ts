import { expect, test } from "../fixtures";
import { formOf, send } from "./raw-http";
import { somewhere } from "./walk";
import { missingWords } from "./words";

/** Whatever is posted, wherever: words for a person, a plain 400 for a script, never a bare 500. */
const page = "/mot-de-passe-oublie";
const nested = "[".repeat(60_000) + "]".repeat(60_000);
const malformed = [nested, '["$F1"]', '["$1:constructor"]', "{", ""];

const boundary = "----essai";
const type = `multipart/form-data; boundary=${boundary}`;
const part = ([name, value]: [string, string]) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const multipart = (fields: [string, string][]) => `${fields.map(part).join("")}--${boundary}--\r\n`;

async function idOf(site: string): Promise<string> {
  const form = await formOf(site, page, "identifier");
  return /"id":"([0-9a-f]+)"/.exec(form.body({}))?.[1] ?? "";
}

function post(site: string, path: string, body: string, headers: Record<string, string> = {}) {
  const own = { host: new URL(site).host, origin: site, ...somewhere() };
  return send(site, { method: "POST", path, body, headers: { ...own, ...headers } });
}

test("arguments that are not those of an action get a page, or a plain 400 for a script", async ({ site }) => {
  const id = await idOf(site);
  expect(id).toMatch(/^[0-9a-f]{42}$/);
  for (const argument of malformed) {
    const told = argument.slice(0, 20);
    const fields: [string, string][] = [
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
      ["$ACTION_1:1", argument],
    ];
    const whole = await post(site, page, multipart(fields), { "content-type": type });
    expect(whole.status, told).toBe(400);
    expect(missingWords({ path: page, ...whole }), told).toEqual([]);
    expect(whole.text).toContain("n’a pas été compris");
    const script = await post(site, page, argument, { "next-action": id, "content-type": "text/plain" });
    expect([script.status, script.headers["content-type"]], told).toEqual([400, "text/plain; charset=utf-8"]);
  }
});

test("what is no form of ours gets a page too, whatever its type and its address", async ({ site }) => {
  const bodies: [string, string][] = [
    ["multipart/form-data", "a=b"],
    ["multipart/form-data; boundary=autre", multipart([["a", "b"]])],
    [type, multipart([["a", "b"]])],
    [type, multipart([["$ACTION_ID_constructor", ""]])],
    [type, multipart([["$ACTION_REF_1", ""]])],
    [type, "coupé"],
  ];
  for (const path of [page, "/", "/nulle-part", "/x.png", "/demarches/une-ancienne"])
    for (const [contentType, body] of bodies) {
      const answer = await post(site, path, body, { "content-type": contentType });
      expect([400, 404, 409], `${path} ${contentType}`).toContain(answer.status);
      expect(missingWords({ path, ...answer }), `${path} ${contentType}`).toEqual([]);
    }
});

test("a body too large is refused by the route that it goes to, not by the ending of its address", async ({ site }) => {
  const large = "x".repeat(3_000_000);
  for (const path of ["/x.png", "/demarches/x.svg", "/nulle-part.txt", "/logo-belleval.svg", "/_next/static/x.js"]) {
    const answer = await post(site, path, large, { "content-type": type });
    expect([405, 413], path).toContain(answer.status);
    expect(answer.text, path).toContain('<html lang="fr">');
  }
});
