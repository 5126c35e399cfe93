import { demoPassword, expect, people, test } from "../fixtures";
import { expectDone, openAs } from "../gestures";
import { enter, tabTo, type } from "../keyboard";
import { fileBirthCertificate } from "./filing";

/** The statement of accessibility says that this is tried. */
test("an agent signs in, finds a demande, takes it and answers it by keyboard alone", async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const citizen = await openAs(people.citizen, { browser, baseURL });
  const number = await fileBirthCertificate(citizen, 1);
  await citizen.context().close();

  await test.step("the two steps of the sign-in", async () => {
    await page.goto("/admin/demandes");
    await type(page.getByLabel("Courriel"), people.registrar);
    await type(page.getByLabel("Mot de passe", { exact: true }), demoPassword());
    const code = page.getByLabel("Code à 6 chiffres");
    await enter(page.getByRole("button", { name: "Continuer" }), () => expect(code).toBeVisible());
    const shown = page.getByText(/Le code à saisir est/).locator("strong");
    await type(code, await shown.innerText());
    await enter(page.getByRole("button", { name: "Se connecter" }), () => expect(page).toHaveURL(/\/admin\/demandes$/));
  });

  await test.step("the search, then the demande", async () => {
    await type(page.getByLabel("Numéro, nom du demandeur ou du bénéficiaire"), number);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/admin/demandes/${number}`));
    await enter(page.getByRole("button", { name: "Prendre en charge" }), () =>
      expectDone(page, "La demande est prise en charge."),
    );
    await enter(page.getByRole("button", { name: "Déclarer complet" }), () =>
      expectDone(page, "La demande est déclarée complète."),
    );
  });

  await test.step("the decision, in words", async () => {
    await enter(page.getByRole("link", { name: "Valider et répondre" }), () =>
      expect(page.getByRole("heading", { level: 1 })).toContainText("Valider"),
    );
    await type(page.getByRole("textbox", { name: /^Réponse/ }), "Votre acte vous attend à l’accueil de la mairie.");
    await enter(page.getByRole("button", { name: "Valider la demande" }), () =>
      expectDone(page, "La demande est validée."),
    );
    await tabTo(page.getByRole("link", { name: "Demandes", exact: true }).first());
  });
});
