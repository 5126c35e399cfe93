import { expect, people, test } from "../fixtures";

const publicPages = [
  "/",
  "/demarches",
  "/connexion",
  "/inscription",
  "/suivi",
  "/aide",
  "/admin/connexion",
  "/introuvable",
];
const personalPages = ["/espace", "/espace/compte", "/espace/compte/donnees"];

function directives(policy: string): Map<string, string> {
  return new Map(policy.split("; ").map((line) => [line.split(" ")[0] ?? "", line.split(" ").slice(1).join(" ")]));
}

for (const path of [...publicPages, ...personalPages])
  test(`${path} carries the strict policy and runs under it`, async ({ page, signIn }) => {
    if (personalPages.includes(path)) await signIn(people.citizen);
    const broken: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|hydrat/i.test(message.text())) broken.push(message.text());
    });
    page.on("pageerror", (error) => broken.push(error.message));
    const answer = await page.goto(path, { waitUntil: "networkidle" });
    const headers = answer?.headers() ?? {};
    const policy = directives(headers["content-security-policy"] ?? "");
    const nonce = /'nonce-([^']+)'/.exec(policy.get("script-src") ?? "")?.[1] ?? "";
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(Object.fromEntries(policy)).toEqual({
      "default-src": "'none'",
      "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
      "style-src": `'self' 'nonce-${nonce}'`,
      "img-src": "'self' data:",
      "font-src": "'self'",
      "connect-src": "'self'",
      "worker-src": "'self'",
      "manifest-src": "'self'",
      "form-action": "'self'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
    });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(broken).toEqual([]);
  });

test("the nonce is new at each answer, and a client cannot choose it", async ({ request }) => {
  const ask = async () =>
    (await request.get("/", { headers: { "x-nonce": "choisi" } })).headers()["content-security-policy"] ?? "";
  const [one, two] = [await ask(), await ask()];
  expect(one).not.toBe(two);
  expect(one).not.toContain("choisi");
});

test("what is not a page runs nothing", async ({ request }) => {
  for (const path of ["/api/sante", "/icon.svg", "/logo-belleval.svg"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
});

test("a letter is framed by the page of the mailbox alone, and runs nothing there", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    // The sandbox keeps out what the test itself would run in the frame to read it.
    const isOurs = message.text().startsWith("Blocked script execution");
    if (/Content Security Policy|refused|blocked/i.test(message.text()) && !isOurs) broken.push(message.text());
  });
  await page.goto("/courrier");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  const subject = await page.getByRole("heading", { level: 1 }).textContent();
  const letter = page.frameLocator("iframe");
  await expect(letter.getByRole("heading", { level: 1 })).toHaveText(subject ?? "");
  const address = (await page.locator("iframe").getAttribute("src")) ?? "";
  const policy = directives((await page.request.get(address)).headers()["content-security-policy"] ?? "");
  expect([policy.get("default-src"), policy.get("script-src"), policy.get("frame-ancestors")]).toEqual([
    "'none'",
    undefined,
    "'self'",
  ]);
  expect(policy.get("sandbox")).not.toContain("allow-scripts");
  expect(broken).toEqual([]);
});

test("no page asks anything of another site", async ({ page, site }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  for (const path of publicPages) await page.goto(path, { waitUntil: "networkidle" });
  expect(elsewhere).toEqual([]);
});
