import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import postgres from "postgres";
import { readPortal } from "@/scripts/lib/portal.mjs";
import { htmlFindings } from "./html-checker";
import { SecondEngine } from "./second-engine";

/** What the journeys share: a session without the sign-in page, the mails of the embedded mailbox, axe, the oracle's database. */
export { expect };

type Fixtures = {
  /** Address of the portal under test, without a slash at the end. */
  site: string;
  /** Opens a session for a demonstration account, as the sign-in page would. */
  signIn: (email: string) => Promise<void>;
  signInAgent: (email: string) => Promise<void>;
};

type WorkerFixtures = { secondEngine: SecondEngine };
let engine: SecondEngine | undefined;

export const test = base.extend<Fixtures & { looked: undefined }, WorkerFixtures>({
  secondEngine: [
    async ({ browser }, use, { project }) => {
      const watching = new SecondEngine(join(project.outputDir, ".states"));
      browser.on("context", (context) => watching.watch(context));
      engine = watching;
      await use(watching);
    },
    { scope: "worker", auto: true },
  ],
  // Whatever a journey does, the second engine looks at each page state that it met.
  looked: [
    async ({ context, secondEngine }, use) => {
      await use(undefined);
      const pages =
        context
          .browser()
          ?.contexts()
          .flatMap((each) => each.pages()) ?? [];
      expect(await secondEngine.findings(pages), "Alfa, in the page states of this journey").toEqual([]);
    },
    { auto: true, timeout: 240_000 },
  ],
  site: async ({ baseURL }, use) => use((baseURL ?? "").replace(/\/$/, "")),
  // Limits count addresses: each journey has its own, which the server believes under TRUST_PROXY=1.
  extraHTTPHeaders: async ({}, use) => {
    await use({ "x-forwarded-for": `10.${randomBytes(3).join(".")}` });
  },
  signIn: async ({ context, baseURL }, use) => {
    await use(async (email) =>
      keep(context, baseURL, { name: "parvis_session", value: await openCitizenSession(email) }),
    );
  },
  signInAgent: async ({ context, baseURL }, use) => {
    await use(async (email) => keep(context, baseURL, { name: "parvis_agent", value: await openAgentSession(email) }));
  },
});

/** The demonstration accounts that the seed writes. */
export const people = {
  citizen: "citoyenne@example.org",
  neighbour: "voisin@example.org",
  registrar: "agent.etat-civil@belleval.example",
  school: "agent.scolarite@belleval.example",
  admin: "admin@belleval.example",
} as const;

/** A session in a context of one's own, for journeys where two people act. */
export async function openSession(context: BrowserContext, baseURL: string | undefined, email: string): Promise<void> {
  await keep(context, baseURL, await sessionOf(email));
}

type SessionCookie = { name: "parvis_agent" | "parvis_session"; value: string };

/** The cookie of a session of this account, an agent's by its address. */
export async function sessionOf(email: string): Promise<SessionCookie> {
  return email.endsWith("@belleval.example")
    ? { name: "parvis_agent", value: await openAgentSession(email) }
    : { name: "parvis_session", value: await openCitizenSession(email) };
}

let connection: postgres.Sql | undefined;

/** The database behind the site, for what no page can tell. */
export function database(): postgres.Sql {
  connection ??= postgres(process.env.DATABASE_URL ?? developmentPortal().databaseUrl, {
    max: 2,
    onnotice: () => undefined,
  });
  return connection;
}

/** The password of the demonstration accounts. */
export function demoPassword(): string {
  return process.env.DEMO_PASSWORD ?? developmentPortal().secrets.DEMO_PASSWORD;
}

/** An address that nobody used before. */
export function freshEmail(name = "essai"): string {
  return `${name}.${randomBytes(6).toString("hex")}@example.org`;
}

/** The newest letter to an address whose subject has these words: its subject, its text and the addresses of its links. */
export async function readMail(page: Page, to: string, subject: string | RegExp) {
  const letter = await awaitLetter(to, subject);
  await page.goto(`/courrier/${letter.id}`);
  return {
    subject: letter.subject,
    text: letter.text,
    links: [...letter.text.matchAll(/https?:\/\/\S+/g)].map(([url]) => pathOf(url)),
  };
}

/** The same letter, once it is there, without a page that shows it. */
export async function awaitLetter(to: string, subject: string | RegExp): Promise<Letter> {
  await expect
    .poll(async () => (await findLetter(to, subject)) !== undefined, {
      timeout: 20_000,
      message: `a letter to ${to}: ${String(subject)}`,
    })
    .toBe(true);
  const letter = await findLetter(to, subject);
  if (!letter) throw new Error("the letter went away");
  return letter;
}

/** The six digits of the robot check that were mailed: leaving the page that asks for them would lose what it holds. */
export async function robotCodeSentTo(email: string): Promise<string> {
  const { text } = await awaitLetter(email, /code de vérification\s: \d{6}$/);
  const [, one = "", two = ""] = /(\d{3})\s(\d{3})/.exec(text) ?? [];
  return one + two;
}

/** Follows the link of a letter whose address has these words. */
export async function followMail(page: Page, to: string, subject: string | RegExp, path: string): Promise<void> {
  const { links } = await readMail(page, to, subject);
  const link = links.find((each) => each.includes(path));
  if (!link) throw new Error(`no link with ${path} in the letter`);
  await page.goto(link);
}

type Letter = { id: string; subject: string; text: string };

async function findLetter(to: string, subject: string | RegExp): Promise<Letter | undefined> {
  const letters = await database()<Letter[]>`
    select id, subject, "text" from mailbox where lower(recipient) = ${to.toLowerCase()} order by sent_at desc limit 20`;
  return letters.find((letter) =>
    typeof subject === "string" ? letter.subject.includes(subject) : subject.test(letter.subject),
  );
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

const widths = [320, 1280] as const;
/** What the dark colours can change; every other rule was judged in the light, on the same elements. */
const colourRules = ["color-contrast", "link-in-text-block"] as const;

/**
 * The page in light and dark, narrow and wide: neither axe, Alfa nor the HTML checker finds anything and nothing overflows sideways.
 * Leaves the page as it was.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await htmlFindings(await page.content()), `${page.url()}, HTML`).toEqual([]);
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of widths) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === "dark" ? axe.withRules([...colourRules]) : axe).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
      expect(found, `${page.url()} ${colorScheme} ${width}`).toEqual([]);
      if (colorScheme === "light" && width === 1280)
        expect(await engine?.findings([page]), `${page.url()}, Alfa`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${page.url()} overflows at ${width}`).toBe(0);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}

/** Colours change in a moment, and between two of them contrast says nothing: every change is carried to its end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
}

async function keep(context: BrowserContext, baseURL: string | undefined, { name, value }: SessionCookie) {
  await context.addCookies([{ name, value, url: baseURL ?? "http://localhost:3000", httpOnly: true, sameSite: "Lax" }]);
}

/** A session of this account written straight into its table: the value of its cookie. */
export async function openCitizenSession(email: string): Promise<string> {
  const { secret, hash } = newSecret();
  const rows = await database()`
    insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${randomUUID()}, id, ${hash}, now(), now(), now() + interval '12 hours', now() + interval '12 hours', 'parcours'
    from accounts where email = ${email} and status = 'active' returning id`;
  if (rows.length !== 1) throw new Error(`no active account for ${email}`);
  return secret;
}

/** A session of this agent written straight into its table, second factor given unless told otherwise: the value of its cookie. */
export async function openAgentSession(email: string, hasSecondFactor = true): Promise<string> {
  const { secret, hash } = newSecret();
  const rows = await database()`
    insert into agent_sessions (id, agent_id, token_hash, has_second_factor, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${randomUUID()}, id, ${hash}, ${hasSecondFactor}, now(), now(), now() + interval '8 hours', now() + interval '8 hours', 'parcours'
    from agents where email = ${email} returning id`;
  if (rows.length !== 1) throw new Error(`no agent for ${email}`);
  return secret;
}

function newSecret() {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: createHash("sha256").update(secret).digest("hex") };
}

function developmentPortal() {
  const home = process.env.PARVIS_DATA_DIR ?? ".data";
  if (!existsSync(home)) throw new Error(`${home} is missing: start the portal first`);
  return readPortal(home);
}
