import type { Page } from "@playwright/test";
import { database, demoPassword, expect, expectAccessible, openSession, test } from "../fixtures";
import { fillPasswords, signInByForm, validate } from "../gestures";
import { addSession, endSessions, freshAccount, saved } from "./own-account";
import { commence, draftId } from "./steps";

const second = "cinq renards verts dansent";

for (const javaScriptEnabled of [true, false])
  test.describe(`the account’s own pages, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F4 F19 F20 F23 F29 F63 F69 F76 F85: the data of the account, by rubric", async ({ page, signIn }) => {
      test.slow();
      const email = await freshAccount();
      await signIn(email);
      await page.goto("/espace");
      await page
        .getByRole("banner")
        .getByRole("link", { name: /Zoé D’Essai/ })
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gestion du compte");
      const main = page.getByRole("main");
      expect(await main.locator(".link-list").first().getByRole("link").allInnerTexts()).toEqual([
        "Modifier le courriel associé",
        "Modifier le mot de passe",
        "Éditer les données du compte",
        "Supprimer le compte",
      ]);
      for (const block of ["Informations de connexion", "Informations personnelles"])
        await expect(main.getByRole("heading", { level: 2, name: block })).toBeVisible();
      await expect(main.getByRole("link", { name: "Compléter la composition de votre foyer" })).toBeVisible();
      const missing = main.getByRole("region", { name: "Ce qui manque" });
      await expect(missing.getByRole("link")).toHaveText([
        "Votre civilité",
        "Votre adresse complète",
        "Un téléphone ou un mobile",
      ]);
      await check(page);

      await page.goto("/espace/compte/donnees");
      await check(page);
      await main.getByRole("link", { name: "Modifier : Identité" }).click();
      await page.getByLabel("Madame").check();
      await page.getByLabel("Prénom").fill("");
      await page.getByLabel("Nom", { exact: true }).fill("D’Essai-Martin");
      await validate(page);
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("D’Essai-Martin");
      await expect(page.getByLabel("Madame")).toBeChecked();
      await check(page);
      await main.getByRole("link", { name: "Annuler" }).click();
      await expect(page).toHaveURL(/\/espace\/compte\/donnees$/);
      await expect(page.getByRole("region", { name: "Identité" })).not.toContainText("Martin");

      await page.goto("/espace/compte/donnees/adresse");
      await page.getByLabel("Adresse", { exact: false }).first().fill("8 rue des Tilleuls");
      await page.getByLabel("Code postal").fill("80000");
      await check(page);
      await validate(page);
      await expect(page.getByText(saved)).toBeVisible();
      await expect(page.getByRole("region", { name: "Adresse" })).toContainText("80000 Amiens");
      await page.goto("/espace/compte/donnees");
      await expect(page.getByText(saved), "said once").toHaveCount(0);

      await main.getByRole("link", { name: "Modifier : Moyens de contact" }).click();
      await page.getByLabel("Téléphone", { exact: true }).last().check();
      await validate(page);
      await expect(page.getByText(/Indiquez un téléphone ou un mobile/).first()).toBeVisible();
      await page.getByLabel("Mobile").fill("06 12");
      await validate(page);
      await expect(page.getByLabel("Mobile")).toHaveValue("06 12");
      await check(page);
      await page.getByLabel("Mobile").fill("06 39 98 00 09");
      await validate(page);
      await expect(page.getByText(saved)).toBeVisible();
      const [row] = await database()`select mobile, preferred_contact from accounts where email = ${email}`;
      expect(row).toEqual({ mobile: "+33639980009", preferred_contact: "phone" });
      await expect(main.getByRole("region", { name: "Ce qui manque" }).getByRole("link")).toHaveText([
        "Votre civilité",
      ]);

      await page.goto("/espace");
      const coordinates = main.getByRole("region", { name: "Mes coordonnées" });
      await expect(coordinates).toContainText("8 rue des Tilleuls, 80000 Amiens");
      await expect(coordinates).toContainText("06 39 98 00 09");
      await expect(coordinates.getByRole("link", { name: "Modifier mon profil" })).toBeVisible();
      await check(page);
    });

    test("F21: a professional account says what belongs to the activity", async ({ page, signIn }) => {
      const email = await freshAccount("professional");
      await signIn(email);
      await page.goto("/espace/compte/donnees");
      const main = page.getByRole("main");
      for (const words of ["Votre compte est professionnel", "Téléphone professionnel", "Mobile personnel"])
        await expect(main).toContainText(words);
      await expect(main.getByRole("region", { name: "Adresse professionnelle" })).toBeVisible();
      await page.goto("/espace/compte/donnees/contact");
      await expect(page.getByText("Celui de votre activité professionnelle")).toBeVisible();
    });

    test("F44: what waits for an agent is shown, and can be withdrawn", async ({ page, signIn }) => {
      const email = await freshAccount();
      const pending = { lastName: "Martin" };
      await database()`update accounts set pending_profile = ${database().json(pending)}, validation = 'pending' where email = ${email}`;
      await signIn(email);
      await page.goto("/espace/compte/donnees/identite");
      await expect(page.getByLabel("Nom", { exact: true }), "goes on from what was asked").toHaveValue("Martin");
      await page.goto("/espace/compte");
      await expect(page.getByText("Vous pouvez déjà déposer vos demandes.")).toBeVisible();
      const notice = page.getByRole("region", { name: "Modification en attente de validation" });
      await expect(notice).toContainText("Martin");
      await check(page);
      await notice.getByRole("button", { name: "Retirer cette modification" }).click();
      await expect(page.getByText("Votre modification est retirée.")).toBeVisible();
      await expect(notice).toHaveCount(0);
    });

    test("F86 F123 F130: preferences, password, connections, then sign-out", async ({
      page,
      signIn,
      browser,
      site,
    }) => {
      test.slow();
      const email = await freshAccount();
      await signIn(email);
      for (let each = 0; each < 2; each += 1) await addSession(email);
      await page.goto("/espace/compte/preferences");
      await page.getByRole("checkbox").first().uncheck();
      await check(page);
      await validate(page);
      await expect(page.getByText("Vos préférences sont enregistrées.")).toBeVisible();
      await page.goto("/espace/compte/preferences");
      await expect(page.getByRole("checkbox").first()).not.toBeChecked();

      await page.goto("/espace/compte/connexions");
      await expect(page.getByText("Cet appareil")).toHaveCount(1);
      const close = page.getByRole("button", { name: /^Fermer : / });
      await expect(close).toHaveCount(2);
      await check(page);
      await close.first().click();
      await expect(page.getByText("Cette connexion est fermée.")).toBeVisible();
      await expect(close).toHaveCount(1);
      await page.getByRole("button", { name: "Fermer toutes les autres connexions" }).click();
      await expect(page.getByText("Votre compte n’est ouvert nulle part ailleurs.")).toBeVisible();

      const elsewhere = await browser.newContext();
      await openSession(elsewhere, site, email);
      const before = await page.context().cookies();
      await page.goto("/espace/compte/mot-de-passe");
      await page.locator('input[name="currentPassword"]').fill("ce n’est pas lui");
      await fillPasswords(page, second);
      await validate(page);
      await expect(page.getByText("Ce n’est pas votre mot de passe actuel.").first()).toBeVisible();
      await page.locator('input[name="currentPassword"]').fill(demoPassword());
      await fillPasswords(page, second);
      await validate(page);
      await expect(page.getByText("Votre mot de passe est modifié.")).toBeVisible();
      expect(secretIn(await page.context().cookies())).not.toBe(secretIn(before));
      const other = await elsewhere.newPage();
      await other.goto(`${site}/espace`);
      await expect(other).toHaveURL(/\/connexion\?retour=/);
      await elsewhere.close();

      await page.goto("/espace");
      await page.getByRole("banner").getByRole("button", { name: "Se déconnecter" }).click();
      await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
    });

    test("a form sent after the end of the session is not lost", async ({ page, signIn, context }) => {
      const email = await freshAccount();
      await signIn(email);
      await page.goto("/espace/compte/donnees/identite");
      await page.getByLabel("Nom", { exact: true }).fill("Trop-Tard");
      await endSessions(email);
      await validate(page);
      await expect(page.getByText(/Votre session a pris fin/).first()).toBeVisible();
      await expect(page.getByText(/dans un (autre|nouvel) onglet/).first()).toBeVisible();
      if (javaScriptEnabled) await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Trop-Tard");

      const tab = await context.newPage();
      await signInByForm(tab, email);
      await tab.close();
      await page
        .getByRole("button", { name: javaScriptEnabled ? "Valider" : "Valider à nouveau" })
        .last()
        .click();
      await expect(page.getByText(saved)).toBeVisible();
      await expect(page.getByRole("region", { name: "Identité" })).toContainText("Trop-Tard");
    });

    test("a form sent too late and wrong comes back with what was typed and why", async ({ page, signIn, context }) => {
      const email = await freshAccount();
      await signIn(email);
      await page.goto("/espace/compte/donnees/identite");
      await page.getByLabel("Prénom", { exact: true }).fill("Trop-Tard");
      await page.getByLabel("Nom", { exact: true }).fill("");
      await endSessions(email);
      await validate(page);
      await expect(page.getByText(/Votre session a pris fin/).first()).toBeVisible();

      const tab = await context.newPage();
      await signInByForm(tab, email);
      await tab.close();
      const again = javaScriptEnabled ? "Valider" : "Valider à nouveau";
      await page.getByRole("button", { name: again, exact: true }).last().click();
      await expect(page).toHaveTitle(/^Erreur\u00a0: /);
      await expect(page.getByRole("link", { name: "Saisissez votre nom." })).toBeVisible();
      await expect(page.getByLabel("Prénom", { exact: true })).toHaveValue("Trop-Tard");
      await check(page);
      await page.getByLabel("Nom", { exact: true }).fill("Enfin");
      await validate(page);
      await expect(page.getByText(saved)).toBeVisible();
      await expect(page.getByRole("region", { name: "Identité" })).toContainText("Trop-Tard");
    });

    test("a step of a démarche sent after the end of the session is not lost", async ({ page, signIn, context }) => {
      const email = await freshAccount();
      await signIn(email);
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      const id = draftId(page);
      await page.goto(`/demandes/${id}/demande`);
      await endSessions(email);
      await page.getByLabel("Décrivez le problème").fill("Un banc cassé.");
      await page.getByRole("button", { name: "Continuer", exact: true }).click();
      await expect(page.getByText(/Votre session a pris fin/).first()).toBeVisible();
      if (javaScriptEnabled) await expect(page.getByLabel("Décrivez le problème")).toHaveValue("Un banc cassé.");
      const tab = await context.newPage();
      await signInByForm(tab, email);
      await tab.close();
      await page
        .getByRole("button", { name: javaScriptEnabled ? "Continuer" : "Valider à nouveau" })
        .last()
        .click();
      await expect
        .poll(async () => {
          const [row] = await database()<{ text: string | null }[]>`
            select answers->'probleme'->>'description' as text from demande_revisions where demande_id = ${id}`;
          return row?.text;
        })
        .toBe("Un banc cassé.");
    });
  });

function secretIn(cookies: { name: string; value: string }[]) {
  return cookies.find(({ name }) => name === "parvis_session")?.value;
}
