import type { Page } from "@playwright/test";
import { expect, expectAccessible, followMail, freshEmail, readMail, robotCodeSentTo, test } from "../fixtures";
import { fillPasswords, fillSignIn, validate } from "../gestures";

const password = "quatre moulins bleus sautent";
const second = "cinq renards verts dansent";

for (const javaScriptEnabled of [true, false])
  test.describe(`the account, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F10 F14 F15 F18 F19 F32: from the address to the signed-in account", async ({ page }) => {
      test.slow();
      const email = freshEmail();
      await ask(page, email);
      await expect(page.getByRole("main")).toContainText(email);
      await expect(page.getByText("courriers indésirables")).toBeVisible();
      expect(page.url(), "no personal datum in an address").not.toContain(email);
      await check(page);

      await followMail(page, email, "Finalisez", "/inscription/finaliser");
      const link = page.url();
      await page.goto(link);
      await check(page);
      await page.getByLabel("Prénom").fill("Zoé");
      await page.getByLabel("Nom", { exact: true }).fill("D’Essai");
      await fillPasswords(page, "court", "autre");
      await validate(page);
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(page).toHaveTitle(/^Erreur\u00a0: Création de votre compte/);
      await expect(page.getByLabel("Prénom")).toHaveValue("Zoé");
      await expect(passwordField(page)).toHaveValue("");
      await check(page);

      await fillPasswords(page, password);
      await page.getByLabel(/conditions d’utilisation/).check();
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Votre compte est créé" })).toBeVisible();
      await expect(page.getByRole("banner").getByRole("link", { name: /Zoé D’Essai/ })).toHaveAttribute(
        "href",
        "/espace/compte",
      );
      await expect(page.getByRole("main")).toContainText(/zoe\.d-essai\d*/);
      await check(page);

      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      expect((await readMail(page, email, "Votre compte est créé")).text).toMatch(/zoe\.d-essai\d*/);
    });

    test("F39 F81 T3: a lost password is replaced by a link, never mailed", async ({ page }) => {
      test.slow();
      const email = freshEmail();
      await register(page, email);
      await page.goto("/deconnexion");
      await page.getByRole("main").getByRole("button", { name: "Se déconnecter" }).click();
      await expect(page.getByRole("banner").getByRole("link", { name: "Se connecter" })).toBeVisible();
      await page.goto("/connexion");
      await page.getByRole("main").getByRole("link", { name: "Mot de passe oublié" }).click();
      await page.getByLabel("Identifiant ou courriel").fill(email);
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Consultez votre messagerie" })).toBeVisible();
      await followMail(page, email, "nouveau mot de passe", "/mot-de-passe/nouveau");
      await fillPasswords(page, second);
      await validate(page);
      await expect(page.getByText("Votre nouveau mot de passe est enregistré.")).toBeVisible();
      await fillSignIn(page, email, password);
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await fillSignIn(page, email, second);
      await expect(page).toHaveURL(/\/espace$/);
    });

    test("signing in comes back to the page that asked for it", async ({ page }) => {
      test.slow();
      const email = freshEmail();
      await register(page, email);
      await page.context().clearCookies();
      await page.goto("/espace/compte/donnees");
      await expect(page).toHaveURL(/\/connexion\?retour=/);
      await fillSignIn(page, email, password);
      await expect(page).toHaveURL(/\/espace\/compte\/donnees$/);
    });
  });

async function ask(page: Page, email: string) {
  await page.goto("/inscription");
  await page.getByLabel("Courriel").fill(email);
  // The check asks for two seconds; without JavaScript a code by e-mail replaces it.
  await page.waitForTimeout(2_100);
  await validate(page);
  const code = page.getByLabel("Code reçu par courriel");
  await expect(code.or(page.getByRole("heading", { name: "Un courriel vous a été envoyé" }))).toBeVisible();
  if (!(await code.isVisible())) return;
  await code.fill(await robotCodeSentTo(email));
  await validate(page);
  await expect(page.getByRole("heading", { name: "Un courriel vous a été envoyé" })).toBeVisible();
}

async function register(page: Page, email: string) {
  await ask(page, email);
  await followMail(page, email, "Finalisez", "/inscription/finaliser");
  await page.getByLabel("Prénom").fill("Zoé");
  await page.getByLabel("Nom", { exact: true }).fill("D’Essai");
  await fillPasswords(page, password);
  await page.getByLabel(/conditions d’utilisation/).check();
  await validate(page);
  await expect(page.getByRole("heading", { level: 1, name: "Votre compte est créé" })).toBeVisible();
}

function passwordField(page: Page) {
  return page.locator('input[name="password"]');
}
