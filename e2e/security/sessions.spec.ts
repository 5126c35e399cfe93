import { randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { freshAccount } from "../citizen/own-account";
import { database, demoPassword, expect, freshEmail, people, test } from "../fixtures";
import { fillSignIn, press, signInByForm } from "../gestures";

const secretOf = async (context: BrowserContext, name: string) =>
  (await context.cookies()).find((cookie) => cookie.name === name);

async function tryByForm(page: Page, email: string, password: string) {
  await page.goto("/connexion");
  await fillSignIn(page, email, password);
}

async function tryAsAgent(page: Page, email: string, password: string) {
  await page.goto("/admin/connexion");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await press(page.getByRole("button", { name: "Continuer" }));
}

async function giveCode(page: Page) {
  await page.getByLabel("Code à 6 chiffres").fill(await page.locator(".notice strong").innerText());
  await press(page.getByRole("button", { name: "Se connecter" }));
}

/** An agent of nobody else's, with the password and the second factor of one of the demonstration. */
async function freshAgent(): Promise<string> {
  const email = freshEmail("agent");
  await database()`
    insert into agents (id, email, name, role, password_hash, totp_secret, created_at, activated_at)
    select ${randomUUID()}, ${email}, 'Agent d’essai', role, password_hash, totp_secret, now(), now()
    from agents where email = ${people.registrar}`;
  return email;
}

/**
 * Makes the wait that the last failures began long enough for this machine, however slow: it is two seconds at first. `since`: begun
 * after it, so that nobody else's is touched. `door`: how the counts of that sign-in begin.
 */
async function stretchWait(door: "sign-in:name:" | "agent-sign-in:", since: Date): Promise<void> {
  const stretched = await database()`
    update rate_limits set blocked_until = now() + interval '10 minutes', expires_at = now() + interval '1 day'
    where key like ${`${door}%`} and count = 5 and blocked_until is not null and window_start >= ${since}
    returning key`;
  expect(stretched.length, "the fifth failure began a wait").toBeGreaterThan(0);
}

const wait = (page: Page) => page.getByText("Trop d’essais de suite", { exact: false }).first();

test("a secret known before signing in opens nothing after (fixation), and the new one is the browser's alone", async ({
  page,
  context,
  site,
}) => {
  const planted = randomBytes(32).toString("base64url");
  await context.addCookies([{ name: "parvis_session", value: planted, url: site }]);
  await signInByForm(page, people.neighbour);
  const cookie = await secretOf(context, "parvis_session");
  expect(cookie?.value).not.toBe(planted);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", expires: -1 });
});

test("a session ended by sign-out is refused at once, replayed or not", async ({ page, context, site }) => {
  await signInByForm(page, people.neighbour);
  const cookie = await secretOf(context, "parvis_session");
  await page.goto("/deconnexion");
  await page.goto("/espace");
  await expect(page, "a link never signs out").toHaveURL(/\/espace$/);
  await page.goto("/deconnexion");
  await page.getByRole("main").getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
  await context.addCookies([{ name: "parvis_session", value: cookie?.value ?? "", url: site }]);
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion\?retour=/);
});

test("an agent's space opens neither with a citizen's session nor before the second factor", async ({
  page,
  context,
  signIn,
}) => {
  await signIn(people.citizen);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/connexion/);
  await tryAsAgent(page, people.registrar, demoPassword());
  await expect(page.getByLabel("Code à 6 chiffres")).toBeVisible();
  const before = await secretOf(context, "parvis_agent");
  await page.goto("/admin/demandes");
  await expect(page).toHaveURL(/\/admin\/connexion/);
  await giveCode(page);
  await expect(page).toHaveURL(/\/admin\/demandes$/);
  expect((await secretOf(context, "parvis_agent"))?.value).not.toBe(before?.value);
});

test("the same answer for a known and an unknown person", async ({ request, page }) => {
  for (const email of [people.citizen, "personne@example.org"]) {
    await page.goto("/mot-de-passe-oublie");
    await page.getByLabel("Identifiant ou courriel").fill(email);
    await page.getByRole("button", { name: "Valider" }).click();
    await expect(page).toHaveURL(/\/mot-de-passe-oublie\?envoye=oui$/);
  }
  expect((await request.get("/mot-de-passe-oublie?envoye=oui")).status()).toBe(200);
});

for (const javaScriptEnabled of [true, false])
  test.describe(`a stranger who guesses, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("waits, and a browser that signed in before does not", async ({ page, context, browser, baseURL }) => {
      test.slow();
      const email = await freshAccount();
      await signInByForm(page, email);
      const device = await secretOf(context, "parvis_devices");
      expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      expect(device?.expires).toBeGreaterThan(Date.now() / 1000 + 179 * 86_400);
      await page.goto("/deconnexion");
      await page.getByRole("main").getByRole("button", { name: "Se déconnecter" }).click();
      await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();

      const stranger = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
      const since = new Date();
      for (let turn = 0; turn < 5; turn += 1) {
        await tryByForm(stranger, email, `essai numéro ${turn}`);
        await expect(stranger.getByText("n’est pas le bon", { exact: false }).first()).toBeVisible();
      }
      await stretchWait("sign-in:name:", since);
      await tryByForm(stranger, email, demoPassword());
      await expect(wait(stranger)).toBeVisible();
      await stranger.context().close();
      await signInByForm(page, email);
    });
  });

test("the same for an agent, once the second factor was given", async ({ page, browser, baseURL }) => {
  test.slow();
  const email = await freshAgent();
  await tryAsAgent(page, email, demoPassword());
  await giveCode(page);
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  const since = new Date();
  for (let turn = 0; turn < 5; turn += 1) {
    await tryAsAgent(stranger, email, `essai numéro ${turn}`);
    await expect(stranger.getByText("n’est pas le bon", { exact: false }).first()).toBeVisible();
  }
  await stretchWait("agent-sign-in:", since);
  await tryAsAgent(stranger, email, demoPassword());
  await expect(wait(stranger)).toBeVisible();
  await stranger.context().close();
  await tryAsAgent(page, email, demoPassword());
  await expect(page.getByLabel("Code à 6 chiffres")).toBeVisible();
});
