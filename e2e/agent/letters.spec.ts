import { database, expect, expectAccessible, people, test } from "../fixtures";

// One text for the town: each journey begins where it wrote none. Nobody else reopens a demande.
test.describe.configure({ mode: "serial" });
const forget = () => database()`delete from letter_wordings where kind = 'demande.reopened'`;
test.beforeEach(forget);
test.afterAll(forget);

for (const javaScriptEnabled of [true, false])
  test.describe(`the words of a letter, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("X24: an administrator says a letter in the town’s words, sees it, and takes them back", async ({
      page,
      signInAgent,
    }) => {
      const check = async () => (javaScriptEnabled ? expectAccessible(page) : undefined);
      await signInAgent(people.admin);
      await page.goto("/admin/reglages");
      await page.getByRole("link", { name: "Modifier les textes des courriels" }).click();
      await expect(page).toHaveTitle(/^Textes des courriels/);
      await check();
      await page.getByRole("link", { name: "Demande rouverte" }).click();
      await expect(page.getByText("Le service a rouvert votre demande, pour le motif suivant").first()).toBeVisible();
      await page.getByLabel("Titre").fill("Votre demande {{prenom}} reprend");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page).toHaveTitle(/^Erreur/);
      await expect(page.getByRole("link", { name: /Ce courriel ne connaît pas/ })).toBeVisible();
      await check();
      await page.getByLabel("Titre").fill("Votre demande {{numero}} reprend");
      await page.getByLabel("Signature").fill("Le service des essais");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("Le texte est enregistré.")).toBeVisible();
      await expect(page.getByRole("row", { name: /Demande rouverte/ })).toContainText("De la ville");
      await page.getByRole("link", { name: "Demande rouverte" }).click();
      const today = page.getByRole("region", { name: "Ce que dit le courriel aujourd’hui" });
      await expect(today).toContainText(/Votre demande 2026-\S+ reprend/);
      await expect(today).toContainText("Le service des essais");
      await page.getByRole("button", { name: "Rétablir le texte d’origine" }).click();
      await expect(page.getByText("Le texte d’origine est rétabli.")).toBeVisible();
      await expect(page.getByRole("row", { name: /Demande rouverte/ })).toContainText("D’origine");
    });
  });
