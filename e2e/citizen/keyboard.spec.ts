import { expect, freshEmail, test } from "../fixtures";
import { choose, enter, tabTo, type } from "../keyboard";
import { begunAMinuteAgo, giveCode, readNumber, smallPdf } from "./steps";

const title = "Signaler un problème dans la rue";

/** The statement of accessibility says that this is tried. */
test("a citizen files a demande and reads its follow-up by keyboard alone", async ({ page }) => {
  test.slow();
  const email = freshEmail("clavier");
  const heading = (name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const goOn = (to: string) => enter(page.getByRole("button", { name: "Continuer", exact: true }), () => heading(to));

  await test.step("from the home page to the first step, the menu being skipped", async () => {
    await page.goto("/");
    await enter(page.getByRole("link", { name: "Aller au contenu" }), async () => {
      await expect(page.getByRole("main")).toBeFocused();
    });
    await type(page.getByRole("search").getByRole("searchbox"), "problème rue");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/(recherche|demarches)\?/);
    await enter(page.getByRole("link", { name: title }).first(), () => heading(title));
    await enter(
      page
        .getByRole("main")
        .getByRole("button", { name: /^Commencer/ })
        .first(),
      () => heading("La démarche"),
    );
    await begunAMinuteAgo(page);
    await enter(page.getByRole("link", { name: "Continuer", exact: true }), () => heading("Mes informations"));
  });

  await test.step("a step left empty gives its errors, which lead to their fields", async () => {
    await enter(page.getByRole("button", { name: "Continuer", exact: true }), async () => {
      await expect(page.getByRole("group", { name: "Il y a un problème" })).toBeFocused();
    });
    const firstName = page.getByLabel("Prénom", { exact: true });
    await enter(page.getByRole("group", { name: "Il y a un problème" }).getByRole("link", { name: /prénom/ }), () =>
      expect(firstName).toBeFocused(),
    );
    await type(firstName, "Camille");
    await type(page.getByLabel("Nom", { exact: true }), "Démonstration");
    await type(page.getByLabel("Courriel", { exact: true }).first(), email);
    await goOn("Ma demande");
  });

  await test.step("radio buttons by the arrows, the commune by its first letters", async () => {
    await choose(page.getByLabel("Chaussée ou trottoir abîmé"));
    await type(page.getByLabel("Décrivez le problème"), "Un trou devant le numéro 3.");
    await choose(page.getByRole("group", { name: /dangereux/ }).getByLabel("Non"));
    await type(page.getByLabel("Adresse", { exact: true }), "3 rue des Essais");
    await type(page.getByLabel("Code postal", { exact: true }), "80000");
    const commune = page.getByLabel("Commune", { exact: true });
    await expect(commune.and(page.locator("select"))).toBeVisible();
    await tabTo(commune);
    await page.keyboard.type("Amiens");
    await expect(commune).toHaveValue("Amiens");
    await goOn("Vos documents");
  });

  await test.step("a file, chosen in the box that the keyboard opens", async () => {
    await tabTo(page.getByLabel(/Choisir des fichiers sur votre appareil/));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(smallPdf("photo.pdf"));
    await expect(page.getByRole("link", { name: "photo.pdf" })).toBeVisible();
    await goOn("Le récapitulatif");
  });

  await test.step("the demande is filed, and its follow-up opens", async () => {
    await enter(page.getByRole("button", { name: "Soumettre la demande" }), async () => giveCode(page, email));
    const number = await readNumber(page);
    await enter(page.getByRole("link", { name: "Suivre ma demande" }).first(), async () => {
      await expect(page).toHaveURL(new RegExp(`/suivi/${number}/`));
    });
    const tabs = page.getByRole("navigation", { name: "La demande en détail" });
    await enter(tabs.getByRole("link", { name: "Pièces", exact: true }), async () => {
      await expect(page.getByRole("heading", { level: 2, name: "Pièces", exact: true })).toBeAttached();
    });
    await tabTo(page.getByRole("link", { name: /photo\.pdf/ }));
  });
});
