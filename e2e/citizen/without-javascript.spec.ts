import { expect, followMail, freshEmail, readMail, test } from "../fixtures";
import {
  commence,
  draftId,
  fillDate,
  fillInformations,
  giveCode,
  goOn,
  goOnTo,
  readNumber,
  smallPdf,
  startFromHome,
} from "./steps";
import { press } from "../gestures";

test.use({ javaScriptEnabled: false });

test("F45 F91 F92 F93: without JavaScript and without account, from the search to the follow-up", async ({ page }) => {
  const email = freshEmail("sans-javascript");
  await startFromHome(page, "acte de naissance", "Demander une copie d’acte de naissance");
  await goOnTo(page, "Mes informations");
  await goOn(page);
  await expect(page).toHaveTitle(/^Erreur\u00a0: Mes informations/);
  await expect(page.getByText("Indiquez votre prénom.").first()).toBeVisible();
  await fillInformations(page, { firstName: "Camille", lastName: "Démonstration", email });
  await goOn(page);

  await page.getByLabel("Copie intégrale").check();
  await page.getByLabel("Nombre d’exemplaires").fill("2");
  await expect(page.getByText("Qui êtes-vous pour la personne concernée")).toBeHidden();
  await page.getByRole("button", { name: "Mettre à jour" }).click();
  await expect(page.getByText("Qui êtes-vous pour la personne concernée")).toBeVisible();
  await expect(page.getByLabel("Nombre d’exemplaires")).toHaveValue("2");
  await page.getByLabel("Son enfant ou petit-enfant").check();
  const holder = page.getByRole("group", { name: "Personne dont vous demandez l’acte" });
  await holder.getByLabel("Prénom").fill("Dominique");
  await holder.getByLabel("Nom", { exact: true }).fill("Démonstration");
  await holder.getByLabel("Commune de naissance").fill("Belleval");
  await fillDate(page, "Date de naissance", ["31", "2", "1961"]);
  const parent = page.getByRole("group", { name: "Premier parent" });
  await parent.getByLabel("Prénom").fill("Claude");
  await parent.getByLabel("Nom", { exact: true }).fill("Démonstration");
  await goOn(page);
  await expect(page).toHaveTitle(/^Erreur\u00a0: Ma demande/);
  await expect(page.getByRole("group", { name: "Date de naissance" }).getByLabel("Mois")).toHaveValue("2");
  await fillDate(page, "Date de naissance", ["28", "2", "1961"]);
  await goOn(page);

  await expect(page.getByRole("heading", { level: 1, name: "Vos documents" })).toBeVisible();
  await page
    .getByLabel(/Choisir des fichiers sur votre appareil/)
    .setInputFiles({ name: "x.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await page.getByRole("button", { name: /^Ajouter/ }).click();
  await expect(page).toHaveTitle(/^Erreur\u00a0: Vos documents/);
  await page.getByLabel(/Choisir des fichiers sur votre appareil/).setInputFiles(smallPdf("livret.pdf"));
  await page.getByRole("button", { name: /^Ajouter/ }).click();
  await expect(page.getByRole("link", { name: "livret.pdf" })).toBeVisible();
  await goOn(page);

  await expect(page.getByRole("heading", { level: 1, name: "Le récapitulatif" })).toBeVisible();
  await expect(page.locator("noscript p").first()).toContainText("nous vous demanderons ensuite un code");
  const here = page.url();
  await press(page.getByRole("button", { name: "Soumettre la demande" }));
  const code = page.getByRole("group", { name: "Un code vous a été envoyé" });
  await expect(code).toContainText(`que nous venons d’envoyer à ${email}`);
  await expect(page.getByText("Il y a un problème")).toHaveCount(0);
  expect(page.url()).toBe(here);
  await giveCode(page, email);
  const number = await readNumber(page);

  // As on another device, or once the browser was closed.
  await page.context().clearCookies();
  await followMail(page, email, number, "/suivi/ouvrir");
  await page.getByRole("button", { name: "Ouvrir ma demande" }).click();
  await expect(page).toHaveURL(`/suivi/${number}/historique`);
  await page.getByRole("navigation", { name: "La demande en détail" }).getByRole("link", { name: "Pièces" }).click();
  await expect(page.getByRole("link", { name: "livret.pdf" })).toBeVisible();

  await page.getByRole("link", { name: "Annuler ma demande" }).click();
  await page.getByRole("button", { name: "Annuler ma demande" }).click();
  await expect(page.getByText("Vous avez annulé votre demande.")).toBeVisible();
});

test("F128: without JavaScript each step keeps what was typed, even wrong, and the draft comes back on this device", async ({
  page,
}) => {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  const id = draftId(page);
  await goOn(page);
  await page.getByLabel("Prénom", { exact: true }).fill("Alix");
  await page.getByRole("textbox", { name: "Courriel", exact: true }).fill("pas un courriel");
  await goOn(page);
  await expect(page).toHaveTitle(/^Erreur/);
  await page.goto(`/demandes/${id}/informations`);
  await expect(page.getByLabel("Prénom", { exact: true })).toHaveValue("Alix");
  await expect(page.getByRole("textbox", { name: "Courriel", exact: true })).toHaveValue("pas un courriel");
});

test("F128: without JavaScript, questions that the answers call for are asked, and nobody is told of a problem", async ({
  page,
}) => {
  await page.goto("/demarches/acte-de-naissance");
  await commence(page);
  const id = draftId(page);
  await page.goto(`/demandes/${id}/demande`);
  await page.getByLabel("Extrait avec filiation").check();
  await page.getByLabel("Nombre d’exemplaires").fill("1");
  const holder = page.getByRole("group", { name: "Personne dont vous demandez l’acte" });
  await holder.getByLabel("Prénom").fill("Dominique");
  await holder.getByLabel("Nom", { exact: true }).fill("Démonstration");
  await holder.getByLabel("Commune de naissance").fill("Belleval");
  await fillDate(page, "Date de naissance", ["28", "2", "1961"]);
  await goOn(page);
  await expect(page).toHaveTitle(/^À compléter\u00a0: Ma demande/);
  const more = page.getByRole("group", { name: "Des questions de plus" });
  await expect(more).toContainText("Vos réponses ont fait apparaître des questions.");
  await expect(page.getByText("Il y a un problème")).toHaveCount(0);
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
});

test("F93: the follow-up page gives the same answer whatever exists", async ({ page }) => {
  const email = freshEmail("inconnu");
  await page.goto("/suivi");
  await page.getByLabel("Numéro de la demande").fill("2026-0000-0000");
  await page.getByLabel("Courriel", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Un courriel vous a été envoyé" })).toBeVisible();
  await expect(readMail(page, email, /./)).rejects.toThrow();
});
