import { expect, expectAccessible, followMail, freshEmail, test } from "../fixtures";
import { fillPasswords, validate } from "../gestures";
import { commence, fillCommune, goOnTo, readNumber, submit } from "./steps";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`F33: the account asked for on the way has the demande and its coordonnées, at one press${how}`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const email = freshEmail("en-chemin");
    const check = () => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
    let number = "";

    await test.step("« Oui » is answered, and the confirmation says that the link left", async () => {
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      await goOnTo(page, "Mes informations");
      await page.getByLabel("Prénom", { exact: true }).fill("Zoé");
      await page.getByLabel("Nom", { exact: true }).fill("Démonstration");
      await page.getByLabel("Courriel", { exact: true }).first().fill(email);
      await page.locator('[name="applicant.phone"]:visible').fill("06 12 34 56 78");
      await page
        .getByRole("group", { name: /contacté/ })
        .getByLabel("Téléphone")
        .check();
      await page
        .getByRole("group", { name: /dans un compte/ })
        .getByLabel("Oui")
        .check();
      await goOnTo(page, "Ma demande");
      await page.getByLabel("Chaussée ou trottoir abîmé").check();
      await page.getByLabel("Décrivez le problème").fill("Un trou devant le numéro 3.");
      await page
        .getByRole("group", { name: /dangereux/ })
        .getByLabel("Non")
        .check();
      await page.getByLabel("Adresse", { exact: true }).fill("3 rue des Essais");
      await fillCommune(page, "80000", "Amiens");
      await goOnTo(page, "Vos documents");
      await goOnTo(page, "Le récapitulatif");
      await submit(page, email);
      number = await readNumber(page);
      await expect(page.getByText("Vous avez demandé un compte")).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: "Créer mon compte" })).toHaveCount(0);
      await check();
    });

    await test.step("the link fills the names and says what will be kept", async () => {
      await followMail(page, email, "Finalisez", "/inscription/finaliser");
      await expect(page.getByLabel("Prénom")).toHaveValue("Zoé");
      await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Démonstration");
      const kept = page.getByRole("region", { name: new RegExp(`^Votre demande n°.${number}$`) });
      await expect(kept).toContainText(/06.12.34.56.78/);
      await check();
      await fillPasswords(page, "Le-parvis-est-ouvert-26");
      await page.getByLabel(/J’ai lu et j’accepte/).check();
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Votre compte est créé" })).toBeVisible();
    });

    await test.step("the demande is in the account, and the profile is filled", async () => {
      await page.getByRole("link", { name: "Ouvrir ma demande" }).click();
      await expect(page).toHaveURL(new RegExp(`/espace/demandes/${number}/historique$`));
      await page.goto("/espace/compte");
      await expect(page.getByText(/06.12.34.56.78/).first()).toBeVisible();
    });
    await context.close();
  });
}
