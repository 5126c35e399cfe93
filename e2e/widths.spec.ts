import type { BrowserContext, Page } from "@playwright/test";
import { database, expect, openAgentSession, people, test } from "./fixtures";
import { htmlFindings } from "./html-checker";
import { builtRoutes } from "./security/build-routes";
import { routeTable } from "./security/route-table";
import { makeSamples, type Samples } from "./security/samples";

/**
 * Every page that opens, as the server sends it, and those of what does not exist: neither the HTML checker nor the second engine finds
 * anything; and at every width, with its text at 200 %, holding the longest words that people have, nothing goes off the page sideways.
 * One load a page, then only its window changes; without scripts, which move no line.
 */
const widths = [320, 360, 414, 540, 640, 768, 900, 1024, 1280, 1920] as const;
/** The text alone at 200 %, as the setting of a browser gives it, on a laptop and on a tablet. */
const largeTextAt = [1280, 768] as const;

const surname = "Vasconcelos-Rakotomalalarivonirainy";
const endless = "Wolfeschlegelsteinhausen".repeat(13).slice(0, 300);
const file = "attestation_de_quotient_familial_de_la_caisse_2026.pdf";

test.use({ javaScriptEnabled: false });
test.setTimeout(480_000);
test.describe.configure({ mode: "parallel" });

let samples: Samples;
let cookies: Record<"owner" | "admin", string>;

test.beforeAll(async ({ baseURL }) => {
  samples = await makeSamples((baseURL ?? "").replace(/\/$/, ""));
  await lengthen(samples);
  cookies = { owner: samples.owner.cookie, admin: `parvis_agent=${await openAgentSession(people.admin)}` };
});

test.afterAll(() => samples.otherAdmin.leave());

for (const [side, isOfSide] of [
  ["agents", (address: string) => address.startsWith("/admin")],
  ["citizens", (address: string) => !address.startsWith("/admin")],
] as const)
  test(`F137: every page of the ${side} is right HTML and stays on the screen, at ten widths and at 200 % text, whatever the names`, async ({
    context,
    site,
    secondEngine,
  }) => {
    const wide: string[] = [];
    const wrong: string[] = [];
    let seen = 0;
    const page = await context.newPage();
    for (const { address, walker } of pagesToWalk().filter((each) => isOfSide(each.address))) {
      await become(context, site, walker === "anonymous" ? "" : cookies[walker]);
      await page.setViewportSize({ width: 1280, height: 800 });
      const sent = await page.goto(samples.fill(address));
      wrong.push(...(await secondEngine.findings([page])));
      wrong.push(...(await htmlFindings((await sent?.text()) ?? "")).map((found) => `${address} ${found}`));
      wide.push(...(await overflows(page)).map((found) => `${address} ${found}`));
      wrong.push(...(await secondEngine.findings([page])));
      seen += 1;
    }
    expect(seen).toBeGreaterThan(25);
    expect(wide).toEqual([]);
    expect(wrong).toEqual([]);
  });

test("a letter holds on a phone, its longest address too", async ({ page }) => {
  await page.goto(samples.fill("/api/courrier/[id]/html"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await overflows(page)).toEqual([]);
});

/** Every page that opens, as somebody for whom it does, and what does not exist in each frame. */
function pagesToWalk(): { address: string; walker: "owner" | "admin" | "anonymous" }[] {
  const opened = builtRoutes().flatMap(({ name, address, folders }) => {
    const walker = (["owner", "admin", "anonymous"] as const).find((who) => routeTable[name]?.[who] === "200");
    return folders && walker ? [{ address, walker }] : [];
  });
  return [
    ...opened,
    { address: "/nulle-part", walker: "anonymous" },
    { address: "/admin/nulle-part", walker: "admin" },
    { address: "/espace/nulle-part", walker: "owner" },
    { address: "/demandes/0190a1b2-0000-7000-8000-000000000000", walker: "owner" },
    { address: "/suivi/2026-AAAA-AAAA/historique", walker: "anonymous" },
  ];
}

async function become(context: BrowserContext, site: string, cookie: string): Promise<void> {
  await context.clearCookies();
  const [name, value] = cookie.split("=");
  if (name && value) await context.addCookies([{ name, value, url: site, httpOnly: true, sameSite: "Lax" }]);
}

/** Each width at which something goes off the page, and by how much. */
async function overflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  await widenNumbers(page);
  const look = async (width: number, text: string) => {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, text);
    if (over > 0) found.push(`at ${width}${text ? ` with text at ${text}` : ""}: +${over}`);
  };
  for (const width of widths) await look(width, "");
  for (const width of largeTextAt) await look(width, "212.5%");
  await look(320, "");
  found.push(...(await cutBySpacing(page)).map((text) => `with its letters apart: ${text}`));
  return found;
}

/** Each number of a demande becomes the widest that one may have: chance must not decide what fits. */
async function widenNumbers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      currentNode.textContent = (currentNode.textContent ?? "").replace(
        /\b20\d{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g,
        "2026-WMWM-WMWM",
      );
    }
  });
}

/** WCAG 1.4.12: lines, paragraphs, letters and words set apart; what goes off the page or is cut then. */
async function cutBySpacing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const { scrollWidth, clientWidth } = document.documentElement;
    const isCut = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      // What only screen readers have is one pixel wide.
      if (element.clientWidth <= 1 || element.textContent.trim() === "") return false;
      const isHeld = (overflow: string) => overflow === "hidden" || overflow === "clip";
      return (
        (isHeld(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (isHeld(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const cut = [...document.querySelectorAll("body *")]
      .filter(isCut)
      .map((element) => element.outerHTML.slice(0, 120));
    document.adoptedStyleSheets = [];
    return scrollWidth > clientWidth ? [`+${scrollWidth - clientWidth}`, ...cut] : cut;
  });
}

/** What the samples hold becomes as long as people's names and files are. */
async function lengthen({ owner, fill }: Samples): Promise<void> {
  const sql = database();
  const [account] = await sql<{ id: string }[]>`
    update accounts set last_name = ${surname}, validation = 'pending' where email = ${owner.email} returning id`;
  const id = account?.id ?? "";
  await sql`update relations set last_name = ${surname} where account_id = ${id}`;
  await sql`update wallet_documents set title = ${file} where account_id = ${id}`;
  await sql`update wallet_files set name = ${file} where document_id in (select id from wallet_documents where account_id = ${id})`;
  await sql`update attachments set name = ${file} where demande_id in (select id from demandes where account_id = ${id})`;
  await sql`
    update demande_revisions set answers = replace(answers::text, 'Demandeur', ${endless})::jsonb
    where demande_id in (select id from demandes where account_id = ${id})`;
  const number = fill("/admin/demandes/[numero]").split("/").at(-1) ?? "";
  await sql`
    update demandes set applicant_name = ${endless}, beneficiary_name = ${endless} where number = ${number}`;
  await sql`
    insert into messages (id, demande_id, author, body, sent_at)
    select gen_random_uuid(), id, 'citizen', ${endless}, now() from demandes where number = ${number}`;
}
