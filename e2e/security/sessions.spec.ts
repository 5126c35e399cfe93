import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { demoPassword, expect, people, test } from "../fixtures";
import { signInByForm } from "../gestures";

const secretOf = async (context: BrowserContext, name: string) =>
  (await context.cookies()).find((cookie) => cookie.name === name);

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
  await page.getByLabel("Courriel").fill(people.registrar);
  await page.getByLabel("Mot de passe", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByLabel("Code à 6 chiffres")).toBeVisible();
  const before = await secretOf(context, "parvis_agent");
  await page.goto("/admin/demandes");
  await expect(page).toHaveURL(/\/admin\/connexion/);
  await page.getByLabel("Code à 6 chiffres").fill(await page.locator(".notice strong").innerText());
  await page.getByRole("button", { name: "Se connecter" }).click();
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
