import type { Page } from "@playwright/test";
import { fillDate } from "../citizen/steps";
import { database, expect, expectAccessible, people, test } from "../fixtures";
import { expectDone, press } from "../gestures";

const drawing = (colour: string) => ({
  name: "logo.svg",
  mimeType: "image/svg+xml",
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="${colour}"/></svg>`,
  ),
});

// One town for everybody: see « forEverybody » in playwright.config.ts.
test.describe.configure({ mode: "serial" });
test.afterAll(async () => {
  await database()`delete from portal_settings where key = 'portal'`;
});

for (const javaScriptEnabled of [true, false])
  test.describe(`the settings of the town, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F2: an administrator gives the town its words and its colours, and a pale one is refused", async ({
      page,
      signInAgent,
    }) => {
      await signInAgent(people.admin);
      await page.goto("/admin/reglages");
      await check(page);
      await page.getByRole("link", { name: "Modifier la ville" }).click();
      await expect(page).toHaveTitle(/^La ville/);
      await check(page);
      const hours = `De 9 h à 12 h (${javaScriptEnabled ? "avec" : "sans"} script)`;
      await page.getByLabel("Horaires", { exact: true }).fill(hours);
      await page.getByLabel("Principale", { exact: true }).fill("#ffd54f");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page).toHaveTitle(/^Erreur/);
      await expect(page.getByRole("link", { name: /^Cette couleur est trop claire/ })).toBeVisible();
      await expect(page.getByLabel("Horaires", { exact: true })).toHaveValue(hours);
      await check(page);
      await page.getByLabel("Principale", { exact: true }).fill("#1e3a8a");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("La ville est enregistrée.")).toBeVisible();
      await page.goto("/contact");
      await expect(page.getByRole("main")).toContainText(hours);
      const primary = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--primary").trim(),
      );
      expect(primary).toBe("#1e3a8a");
      await check(page);
    });

    test("the town declares its audit: the statement and the foot of every page follow", async ({
      page,
      signInAgent,
    }) => {
      await page.goto("/accessibilite");
      await expect(page.getByRole("contentinfo")).toContainText(/Accessibilité\s: non conforme/);
      await expect(page.getByRole("main")).toContainText("s’applique à http");
      await check(page);
      await signInAgent(people.admin);
      await page.goto("/admin/reglages");
      await page.getByRole("link", { name: "Modifier la déclaration d’accessibilité" }).click();
      await check(page);
      await page.getByLabel(/^Taux de conformité/).fill("87,5");
      await page.getByLabel(/^Non-conformités connues/).fill("Le plan du marché n’a pas de texte");
      await press(page.getByRole("button", { name: "Enregistrer" }));
      await expect(page).toHaveTitle(/^Erreur/);
      await expect(page.getByLabel(/^Taux de conformité/)).toHaveValue("87,5");
      await check(page);
      await page.getByLabel(/^Audit fait par/).fill("Un cabinet d’essai");
      await fillDate(page, "Date de l’audit", ["3", "10", "2026"]);
      await press(page.getByRole("button", { name: "Enregistrer" }));
      await expectDone(page, /La déclaration d’accessibilité est enregistrée/);
      await expect(page.getByRole("contentinfo")).toContainText(/Accessibilité\s: partiellement conforme/);
      await page.goto("/accessibilite");
      await expect(page.getByRole("main")).toContainText(
        /par Un cabinet d’essai le 3\soctobre\s2026 révèle que 87,5\s% /,
      );
      await expect(page.getByRole("listitem").filter({ hasText: "Le plan du marché n’a pas de texte" })).toBeVisible();
      await check(page);
      await database()`delete from portal_settings where key = 'portal'`;
    });

    test("a logo is shown by every page, refused when it is no image, removed", async ({ page, signInAgent }) => {
      await signInAgent(people.admin);
      await page.goto("/admin/reglages/ville");
      await send(page, { name: "logo.png", mimeType: "image/png", buffer: Buffer.from("pas une image") });
      await expect(page.getByText(/Ce fichier n’est pas une image/).first()).toBeVisible();
      await send(page, drawing(javaScriptEnabled ? "navy" : "teal"));
      const logo = page.getByRole("main").getByRole("img", { name: "Logo actuel" });
      await expect(logo).toHaveAttribute("src", /^\/api\/logo\/[0-9a-f]{16}$/);
      const src = (await logo.getAttribute("src")) ?? "";
      const { "content-type": type, "content-security-policy": policy } = (await page.request.get(src)).headers();
      expect([type, policy]).toEqual(["image/png", expect.stringContaining("sandbox")]);
      await page.goto("/");
      await expect(page.locator(`header img[src="${src}"]`)).toBeVisible();
      await page.goto("/admin/reglages/ville");
      await check(page);
      await send(page, { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("pas une image") });
      await expect(page).toHaveTitle(/^Erreur\u00a0: La ville/);
      await page.getByRole("button", { name: "Retirer le logo" }).click();
      await expect(page.getByText("Le logo est retiré.")).toBeVisible();
      await expect(page.getByText(/^note\.txt n’est pas joint\. Ce fichier n’est pas une image/)).toBeVisible();
      await expect(page, "it is no news").toHaveTitle(/^La ville/);
      expect((await page.request.get(src)).status()).toBe(404);
    });

    /** With JavaScript a file leaves as soon as it is chosen. */
    async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
      await page.getByLabel(/^(Choisir un|Remplacer le) logo/).setInputFiles(file);
      if (!javaScriptEnabled) await page.getByRole("button", { name: /^Ajouter/ }).click();
    }
  });
