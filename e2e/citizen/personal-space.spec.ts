import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, openSession, people, test } from "../fixtures";
import { press } from "../gestures";
import { commence, draftId, fillCommune, goOn, goOnTo, readNumber, smallPdf } from "./steps";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`F5 F26 F36 F37 F48 F62 F91 F99 F111 F120 F135: a child of the household, a piece of the wallet, one demande${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    await openSession(context, baseURL, people.citizen);
    const page = await context.newPage();
    const check = () => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
    const child = `Lou${Date.now()
      .toString()
      .replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)))}`;

    await test.step("F36 F37: a child is added, its family name and address being there already", async () => {
      await page.goto("/espace/relations");
      await check();
      await page.getByRole("link", { name: "Ajouter un enfant" }).click();
      await expect(page.getByLabel("Nom", { exact: true })).not.toHaveValue("");
      await check();
      await page.getByLabel(/^Prénom/).fill(child);
      await fillBirth(page, ["4", "5", "2020"]);
      await page.getByLabel("Commune de naissance").fill("Belleval");
      await page.getByRole("button", { name: "Valider" }).click();
      await expect(page.getByRole("link", { name: child })).toBeVisible();
    });

    await test.step("F62 F111: a piece with its two files is kept in the porte-documents", async () => {
      await page.goto("/espace/porte-documents");
      await check();
      await page.getByRole("link", { name: "Ajouter une pièce" }).click();
      await check();
      await page.getByLabel("Type de document").selectOption({ label: "Livret de famille" });
      await page.getByLabel(/^Titre/).fill(`Livret de ${child}`);
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page.getByRole("heading", { level: 1, name: `Livret de ${child}` })).toBeVisible();
      for (const name of ["recto.pdf", "verso.pdf"]) {
        await page.getByLabel("Choisir des fichiers sur votre appareil").setInputFiles(smallPdf(name));
        if (!javaScriptEnabled) await page.getByRole("button", { name: /^Ajouter/ }).click();
        await expect(page.getByRole("link", { name })).toBeVisible();
      }
      await check();
    });

    await test.step("F5 F26: the informations come from the account, the child from the household", async () => {
      await page.goto("/demarches/inscription-scolaire");
      await commence(page);
      await goOn(page);
      await expect(page.getByLabel("Courriel", { exact: true }).first()).toHaveValue(people.citizen);
      await complete(page, "applicant.phone", "06 12 34 56 78");
      await complete(page, "applicant.address.line", "1 place du Parvis");
      if ((await page.getByLabel("Code postal", { exact: true }).inputValue()) === "")
        await fillCommune(page, "80000", "Amiens");
      await page.getByRole("radio", { name: new RegExp(child) }).check();
      await check();
      await goOn(page);
    });

    await test.step("X6 X7: conditions and a repeatable group", async () => {
      await expect(page.getByRole("heading", { level: 1, name: "Ma demande" })).toBeVisible();
      await page.getByLabel("Niveau à la rentrée").selectOption({ label: "CP" });
      const start = page.getByRole("group", { name: "Date d’entrée souhaitée" });
      const year = String(new Date().getFullYear() + 1);
      for (const [part, text] of [
        ["Jour", "1"],
        ["Mois", "3"],
        ["Année", year],
      ] as const)
        await start.getByLabel(part).fill(text);
      await page
        .getByRole("group", { name: /autre école \?/ })
        .getByLabel("Non")
        .check();
      await page
        .getByRole("group", { name: /que celle de votre secteur/ })
        .getByLabel("Non")
        .check();
      await page.getByLabel("Un seul parent a reconnu l’enfant").check();
      await page.getByRole("group", { name: /PAI/ }).getByLabel("Non").check();
      await page.getByRole("button", { name: "Ajouter une personne" }).click();
      await expect(page.getByRole("group", { name: "Personne 1" })).toBeVisible();
      await page.getByRole("group", { name: "Personne 1" }).getByLabel("Prénom").fill("Jo");
      await page.getByRole("button", { name: "Ajouter une personne" }).click();
      await expect(page.getByRole("group", { name: "Personne 2" })).toBeVisible();
      await expect(page.getByRole("group", { name: "Personne 1" }).getByLabel("Prénom")).toHaveValue("Jo");
      await page.getByRole("button", { name: "Supprimer Personne 1" }).click();
      await page.getByRole("group", { name: "Personne 2" }).waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Supprimer Personne 1" }).click();
      await page.getByRole("group", { name: "Personne 1" }).waitFor({ state: "hidden" });
      await expect(page.getByLabel("Un seul parent a reconnu l’enfant")).toBeChecked();
      await page.getByLabel("J’atteste exercer l’autorité parentale sur cet enfant").check();
      await page.getByLabel(/J’atteste sur l’honneur/).check();
      await check();
      await goOn(page);
    });

    await test.step("F43 F97 F135: a piece of the wallet, a file of the device, a document on paper", async () => {
      await expect(page.getByRole("heading", { level: 1, name: "Vos documents" })).toBeVisible();
      const book = page.getByRole("region", { name: "Livret de famille" });
      await book
        .getByLabel("Ou choisir dans votre porte-documents")
        .selectOption({ label: `Livret de ${child} (Livret de famille)` });
      await book.getByRole("button", { name: /Joindre cette pièce/ }).click();
      await expect(book.getByRole("link", { name: "recto.pdf" })).toBeVisible();
      await expect(book.getByRole("link", { name: "verso.pdf" })).toBeVisible();
      const home = page.getByRole("region", { name: /Justificatif de domicile/ });
      await home.getByLabel(/Choisir des? fichiers? sur votre appareil/).setInputFiles(smallPdf("facture.pdf"));
      if (!javaScriptEnabled) await home.getByRole("button", { name: /^Ajouter/ }).click();
      await expect(home.getByRole("link", { name: "facture.pdf" })).toBeVisible();
      const vaccines = page.getByRole("region", { name: "Vaccinations obligatoires" });
      await vaccines.getByRole("button", { name: /Je fournirai ce document sur papier/ }).click();
      await expect(vaccines.getByText("Vous fournirez ce document sur papier.")).toBeVisible();
      await check();
      await goOn(page);
    });

    const number = await test.step("F91 F92: the summary, one « Modifier » a section, then the act", async () => {
      await expect(page.getByRole("heading", { level: 1, name: "Le récapitulatif" })).toBeVisible();
      await expect(page.getByText(child).first()).toBeVisible();
      await check();
      await page.getByRole("link", { name: /^Modifier.*La scolarité demandée/ }).click();
      await page.getByLabel("Niveau à la rentrée").selectOption({ label: "CE1" });
      await goOn(page);
      await expect(page.getByRole("heading", { level: 1, name: "Le récapitulatif" })).toBeVisible();
      await expect(page.getByText("CE1")).toBeVisible();
      await page.getByRole("button", { name: "Soumettre la demande" }).click();
      return readNumber(page);
    });

    await test.step("F47 F48 F98 F99: it stands in the dashboard and in the list, for whom it was filed", async () => {
      await page.goto("/espace");
      await expect(page.getByRole("region", { name: "Dernières demandes" }).getByText(number)).toBeVisible();
      await check();
      await page.getByRole("link", { name: "Voir toutes mes demandes" }).click();
      const row = page.getByRole("row", { name: new RegExp(number) });
      await expect(row).toContainText(child);
      await expect(row).toContainText("En attente");
      await check();
      await row.getByRole("link", { name: /Détails/ }).click();
      await expect(page).toHaveURL(new RegExp(`/espace/demandes/${number}/historique$`));
      await check();
    });

    await test.step("F49: while it waits it may change; the service then has the new version", async () => {
      await page.getByRole("link", { name: "Modifier la demande", exact: true }).click();
      await page.getByRole("button", { name: "Modifier la demande" }).click();
      await expect(page.getByText(`Vous modifiez la demande n° ${number}`)).toBeVisible();
      await goOn(page);
      await page.getByLabel("Niveau à la rentrée").selectOption({ label: "CE2" });
      await goOnTo(page, "Vos documents");
      await goOnTo(page, "Le récapitulatif");
      await page.getByRole("button", { name: "Soumettre les changements" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Vos changements sont enregistrés" })).toBeVisible();
      await page.goto(`/espace/demandes/${number}/demande`);
      await expect(page.getByText("CE2")).toBeVisible();
      await check();
    });

    await test.step("F94: it is withdrawn, after the consequence was read", async () => {
      await page.getByRole("link", { name: "Annuler ma demande" }).click();
      await check();
      await page.getByLabel(/Pourquoi l’annulez-vous/).fill("Nous déménageons.");
      await page.getByRole("button", { name: "Annuler ma demande" }).click();
      await expect(page.getByText("Vous avez annulé votre demande.")).toBeVisible();
      await expect(page.getByText("Nous déménageons.").first()).toBeVisible();
    });

    await test.step("F111: removing the piece takes its files away", async () => {
      await page.goto("/espace/porte-documents");
      await page
        .getByRole("link", { name: `Supprimer : Livret de ${child}` })
        .or(page.getByRole("link", { name: new RegExp(`Supprimer.*Livret de ${child}`) }))
        .first()
        .click();
      await press(page.getByRole("button", { name: "Supprimer" }));
      await expect(page).toHaveURL(/\/espace\/porte-documents$/);
      await expect(page.getByText(`Livret de ${child}`)).toHaveCount(0);
    });
    await context.close();
  });
}

test("F128: what is typed is saved field by field and taken up again from another device", async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  await signIn(people.citizen);
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  const id = draftId(page);
  await page.goto(`/demandes/${id}/demande`);
  await page.getByLabel("Décrivez le problème").fill("Un banc cassé devant la bibliothèque.");
  await page.getByLabel("Décrivez le problème").blur();
  await expect(page.getByText(/^Enregistré à \d+.h.\d\d$/)).toBeVisible();

  const elsewhere = await browser.newContext();
  await openSession(elsewhere, baseURL, people.citizen);
  const other = await elsewhere.newPage();
  await other.goto("/espace/brouillons");
  await expectAccessible(other);
  await other.locator(`a[href="/demandes/${id}"]`).click();
  await expect(other.getByLabel("Décrivez le problème")).toHaveValue("Un banc cassé devant la bibliothèque.");

  await test.step("Q8: the page left open is told, and nothing is overwritten without a word", async () => {
    await other.getByLabel("Décrivez le problème").fill("Deux bancs cassés.");
    await other.getByLabel("Décrivez le problème").blur();
    await expect(other.getByText(/^Enregistré à/)).toBeVisible();
    await page.getByLabel("Décrivez le problème").fill("Un autre texte.");
    await page.getByLabel("Décrivez le problème").blur();
    await expect(page.getByText(/modifiée dans un autre onglet ou sur un autre appareil/).first()).toBeVisible();
    await goOn(page);
    await expect(page.getByRole("group").filter({ hasText: "modifiée dans un autre onglet" })).toBeVisible();
    await expect(page.getByLabel("Décrivez le problème")).toHaveValue("Un autre texte.");
    const [row] = await database()<{ text: string }[]>`
      select answers->'probleme'->>'description' as text from demande_revisions where demande_id = ${id}`;
    expect(row?.text).toBe("Deux bancs cassés.");
  });

  await test.step("the draft is deleted after a confirmation", async () => {
    await page.goto(`/espace/brouillons/${id}/supprimer`);
    await expectAccessible(page);
    await press(page.getByRole("button", { name: "Supprimer" }));
    await expect(page).toHaveURL(/\/espace\/brouillons$/);
    await expect(page.locator(`a[href="/demandes/${id}"]`)).toHaveCount(0);
    expect((await page.goto(`/demandes/${id}/demande`))?.status()).toBe(404);
  });
  await elsewhere.close();
});

test("F128: without a connection the page says so, keeps everything, and saves when it is back", async ({
  page,
  context,
  signIn,
}) => {
  await signIn(people.citizen);
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  await page.goto(`/demandes/${draftId(page)}/demande`);
  await page.getByLabel("Éclairage en panne").check();
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel("Décrivez le problème").fill("La rue est dans le noir.");
  await page.getByLabel("Décrivez le problème").blur();
  await expect(page.getByRole("status").filter({ hasText: "Pas de connexion" })).toBeVisible();
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByLabel("Décrivez le problème")).toHaveValue("La rue est dans le noir.");
  await context.setOffline(false);
  await expect(page.getByText(/^Enregistré à/)).toBeVisible({ timeout: 30_000 });
});

async function fillBirth(page: Page, [day, month, year]: readonly [string, string, string]) {
  const group = page.getByRole("group", { name: /Date de naissance/ });
  await group.getByLabel("Jour").fill(day);
  await group.getByLabel("Mois").fill(month);
  await group.getByLabel("Année").fill(year);
}

/** Only what the account does not know. */
async function complete(page: Page, name: string, text: string) {
  const control = page.locator(`[name="${name}"]`);
  if ((await control.inputValue()) === "") await control.fill(text);
}
