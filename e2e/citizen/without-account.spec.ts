import { expect, expectAccessible, followMail, freshEmail, test } from "../fixtures";
import { press } from "../gestures";
import {
  commence,
  draftId,
  fillDate,
  fillInformations,
  giveCode,
  goOn,
  readNumber,
  readyRoadReport,
  smallPdf,
  startFromHome,
} from "./steps";

const title = "Demander une copie d’acte de naissance";

test("F45 F90 F91 F92 F93 F100 F101 F102: without account, from the search to the follow-up", async ({ page }) => {
  test.slow();
  const email = freshEmail("sans-compte");
  await startFromHome(page, "acte de naissance", title);
  await expect(page.getByText("Étape 1 sur 4")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Les documents à préparer" })).toBeVisible();
  await expectAccessible(page);

  await goOn(page);
  await expect(page).toHaveTitle(/^Mes informations/);
  await goOn(page);
  await expect(page).toHaveTitle(/^Erreur\u00a0: Mes informations/);
  const summary = page.getByRole("group", { name: "Il y a un problème" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /prénom/ }).click();
  await expect(page.getByLabel("Prénom", { exact: true })).toBeFocused();
  await expectAccessible(page);

  await fillInformations(page, { firstName: "Camille", lastName: "Démonstration", email });
  await expect(page.getByText(/^Enregistré à \d+.h.\d\d$/)).toBeVisible();
  await goOn(page);

  await expect(page.getByRole("heading", { level: 1, name: "Ma demande" })).toBeVisible();
  await expect(page.getByText("Étape 3 sur 4")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("Qui êtes-vous pour la personne concernée")).toBeHidden();
  await page.getByLabel("Copie intégrale").check();
  await expect(page.getByText("Qui êtes-vous pour la personne concernée")).toBeVisible();
  await expect(page.getByLabel("Copie intégrale")).toBeFocused();
  await page.getByLabel("Nombre d’exemplaires").fill("1");
  await page.getByLabel("Son enfant ou petit-enfant").check();
  const holder = page.getByRole("group", { name: "Personne dont vous demandez l’acte" });
  await holder.getByLabel("Prénom").fill("Dominique");
  await holder.getByLabel("Nom", { exact: true }).fill("Démonstration");
  await holder.getByLabel("Commune de naissance").fill("Belleval");
  await fillDate(page, "Date de naissance", ["4", "mai", "1961"]);
  const parent = page.getByRole("group", { name: "Premier parent" });
  await parent.getByLabel("Prénom").fill("Claude");
  await parent.getByLabel("Nom", { exact: true }).fill("Démonstration");
  await goOn(page);

  await expect(page.getByRole("heading", { level: 1, name: "Vos documents" })).toBeVisible();
  await expect(page.getByText("Étape 4 sur 5")).toBeVisible();
  await goOn(page);
  await expect(page).toHaveTitle(/^Erreur\u00a0: Vos documents/);
  await expectAccessible(page);
  await page.getByLabel(/Choisir des fichiers sur votre appareil/).setInputFiles(smallPdf("livret.pdf"));
  await expect(page.getByRole("link", { name: "livret.pdf" })).toBeVisible();
  await goOn(page);

  await expect(page.getByRole("heading", { level: 1, name: "Le récapitulatif" })).toBeVisible();
  await expect(page.getByText("4 mai 1961")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Soumettre la demande" }).dblclick();
  const number = await readNumber(page);
  await expectAccessible(page);

  const receipt = await page.request.get(`/api/recepisse/${number}`);
  expect(receipt.status()).toBe(200);
  expect(receipt.headers()["content-type"]).toContain("application/pdf");

  await followMail(page, email, number, "/suivi/ouvrir");
  await expect(page, "the device that filed it opens it already").toHaveURL(`/suivi/${number}/historique`);
  await expect(page.getByText("Vous avez soumis votre demande, un agent va la prendre en charge.")).toBeVisible();
  for (const tab of ["La demande", "Le demandeur", "Échanges", "Pièces"]) {
    await page
      .getByRole("navigation", { name: "La demande en détail" })
      .getByRole("link", { name: tab, exact: true })
      .click();
    await expect(page.getByRole("heading", { name: tab, exact: true, level: 2 })).toBeAttached();
    await expectAccessible(page);
  }
});

test("F43: a document that exists on paper only does not block", async ({ page }) => {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  await page.goto(`/demandes/${draftId(page)}/demande/documents`);
  await page.getByRole("button", { name: /Je fournirai ce document sur papier/ }).click();
  await expect(page.getByText("Vous fournirez ce document sur papier.")).toBeVisible();
  await page.getByRole("button", { name: /Le joindre finalement en ligne/ }).click();
  await page.getByText("Vous fournirez ce document sur papier.").waitFor({ state: "hidden" });
});

test("F97: a file that is not accepted is refused in words, and nothing is lost", async ({ page }) => {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  await page.goto(`/demandes/${draftId(page)}/demande/documents`);
  const input = page.getByLabel(/Choisir des fichiers sur votre appareil/);
  await input.setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("bonjour") });
  await expect(page.getByText(/Ce type de fichier n’est pas accepté/)).toBeVisible();
  await expectAccessible(page);
  await input.setInputFiles(smallPdf("photo.pdf"));
  await expect(page.getByRole("link", { name: "photo.pdf" })).toBeVisible();
});

test("T15: a password manager that fills the trap keeps nobody out: a code by e-mail opens", async ({ page }) => {
  const email = freshEmail("gestionnaire");
  await readyRoadReport(page, email);
  const trap = page.locator('[name="site-web"]');
  await trap.evaluate((field: HTMLInputElement) => void (field.value = "https://exemple.fr"));
  await press(page.getByRole("button", { name: "Soumettre la demande" }));
  await expect(page.getByText(`que nous venons d’envoyer à ${email}`).first()).toBeVisible();
  await expectAccessible(page);
  await giveCode(page, email);
  await readNumber(page);
});
