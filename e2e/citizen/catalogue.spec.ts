import { expect, expectAccessible, freshEmail, test } from "../fixtures";
import { commence, fillInformations, goOn, goOnTo } from "./steps";

const first = [
  "Demander une copie d’acte de naissance",
  "Demander une copie d’acte de mariage",
  "Demander une copie d’acte de décès",
  "Recensement citoyen",
  "S’inscrire sur les listes électorales",
];

for (const javaScriptEnabled of [true, false])
  test.describe(`the catalogue, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("F54 F87 F96: the first five démarches, the padlock of those with an account, how long each takes", async ({
      page,
    }) => {
      for (const name of first) {
        await page.goto("/demarches");
        await page.getByRole("main").getByRole("link", { name, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await expect(page.getByRole("region", { name: "En bref" })).toContainText("Durée maximum de traitement");
      }
      await page.goto("/demarches");
      const card = page
        .getByRole("listitem")
        .filter({ has: page.getByRole("link", { name: /second livret de famille/ }) });
      await expect(card).toContainText("Compte nécessaire");
    });

    test("F138: the list of the steps goes back to one of them, as it was left, without a reload", async ({ page }) => {
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      await goOn(page);
      const email = freshEmail("retour");
      await fillInformations(page, { firstName: "Sacha", lastName: "Démonstration", email, address: false });
      await goOnTo(page, "Ma demande");
      await page
        .getByRole("link", { name: /Mes informations/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1, name: "Mes informations" })).toBeVisible();
      await expect(page.getByLabel("Prénom", { exact: true })).toHaveValue("Sacha");
    });
  });

test("the pages that the statement of accessibility names and no journey stops at are accessible", async ({ page }) => {
  for (const address of ["/aide", "/plan-du-site", "/accessibilite"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
