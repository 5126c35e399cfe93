import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, people, test } from "../fixtures";

// One setting for the town: each journey begins where nothing was decided.
test.describe.configure({ mode: "serial" });
const forget = () => database()`delete from portal_settings where key = 'backups'`;
test.beforeEach(forget);
test.afterAll(forget);

for (const javaScriptEnabled of [true, false])
  test.describe(`the backup, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("an administrator is told that nothing is saved, and says who saves", async ({ page, signInAgent }) => {
      await signInAgent(people.admin);
      await page.goto("/admin/taches");
      await expect(page.getByText("Le portail n’est pas sauvegardé")).toBeVisible();
      await check(page);
      await page.goto("/admin");
      await expect(page.getByText("Le portail n’est pas sauvegardé")).toBeVisible();
      await page.getByRole("link", { name: "Régler la sauvegarde" }).click();
      await expect(page).toHaveTitle(/^La sauvegarde/);
      await check(page);
      // This portal was given no folder: what it could not do is not promised.
      await page.getByLabel("Le portail, chaque jour").check();
      await page.getByLabel("Nombre de sauvegardes gardées").fill("0");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page).toHaveTitle(/^Erreur/);
      await expect(page.getByRole("link", { name: /^Saisissez un nombre de 1 à 90/ })).toBeVisible();
      await page.getByLabel("Nombre de sauvegardes gardées").fill("7");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("link", { name: /^Le portail ne sait pas où écrire/ })).toBeVisible();
      await check(page);
      await page.getByLabel("L’hébergeur, ou la personne qui exploite le portail").check();
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("Les réglages de la sauvegarde sont enregistrés.")).toBeVisible();
      await expect(page.getByRole("region", { name: "Sauvegarde" })).toContainText("ne peut pas le vérifier");
      await page.goto("/admin");
      await expect(page.getByRole("region", { name: "Sauvegarde" })).toBeVisible();
      await expect(page.getByText("Le portail n’est pas sauvegardé")).toHaveCount(0);
    });
  });
