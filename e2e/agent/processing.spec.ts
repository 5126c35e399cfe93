import type { Page } from "@playwright/test";
import { demoPassword, expect, expectAccessible, people, readMail, test } from "../fixtures";
import { goOnTo } from "../citizen/steps";
import { expectDone, openAs, press } from "../gestures";
import { fileBirthCertificate } from "./filing";

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test("X23: an agent signs in with a password, then the code of a second factor", async ({ page }) => {
  await page.goto("/admin/demandes");
  await expect(page).toHaveURL(/\/admin\/connexion/);
  await page.getByLabel("Courriel").fill(people.registrar);
  await page.getByLabel("Mot de passe", { exact: true }).fill(demoPassword());
  await press(page.getByRole("button", { name: "Continuer" }));
  const code = await page
    .getByText(/Le code à saisir est/)
    .locator("strong")
    .innerText();
  await page.getByLabel("Code à 6 chiffres").fill(code);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/admin\/demandes$/);
  await expect(page.getByRole("heading", { level: 1, name: "Demandes" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`X3, X4, F50, F134: a demande is taken in charge, sent back, corrected, then validated with an answer${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const check = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
    const citizen = await openAs(people.citizen, { browser, baseURL, javaScriptEnabled });
    const agent = await openAs(people.registrar, { browser, baseURL, javaScriptEnabled });
    const number = await fileBirthCertificate(citizen, 3);

    await test.step("« Demandes » comes back to what was searched", async () => {
      await agent.goto("/admin/demandes");
      await agent.getByLabel("Numéro, nom du demandeur ou du bénéficiaire").fill("Démonstration");
      await agent.getByRole("button", { name: "Rechercher" }).click();
      await expect(agent).toHaveURL(/[?&]recherche=/);
      const list = agent.url();
      await agent.getByRole("table").getByRole("link").first().click();
      await expect(agent.getByRole("heading", { level: 1, name: /^Demande n°/ })).toBeVisible();
      await agent.getByRole("main").getByRole("link", { name: "Retour à la liste" }).click();
      await expect(agent).toHaveURL(list);
      await expect(agent.getByLabel("Numéro, nom du demandeur ou du bénéficiaire")).toHaveValue("Démonstration");
      await agent.goto(list.replace(/recherche=[^&]+/, "recherche=coupee"));
      await expect(agent.getByRole("region", { name: /^La recherche de cette adresse n’a pas pu/ })).toBeVisible();
    });

    await test.step("X3: the agent finds it in the queue, by its number, and takes it in charge", async () => {
      await agent.goto("/admin/demandes");
      await check(agent);
      await agent.getByLabel("Numéro, nom du demandeur ou du bénéficiaire").fill(number.toLowerCase());
      await agent.getByRole("button", { name: "Rechercher" }).click();
      await expect(agent).toHaveURL(new RegExp(`/admin/demandes/${number}$`));
      await check(agent);
      await agent.getByRole("button", { name: "Prendre en charge" }).click();
      await expectDone(agent, "La demande est prise en charge.");
      await expect(agent.getByText("En traitement", { exact: true })).toBeVisible();
    });

    await test.step("X4: it is sent back, naming a field and a document", async () => {
      await agent.getByRole("link", { name: "Demander des compléments" }).click();
      await check(agent);
      await agent.getByRole("button", { name: "Envoyer la demande de compléments" }).click();
      await expect(agent.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(
        agent.getByRole("link", { name: "Cochez au moins une information ou une pièce à reprendre." }),
      ).toBeVisible();
      await flag(agent, "Nombre d’exemplaires", "Incorrect", "Un seul exemplaire par demande.");
      await flag(agent, "Preuve de votre lien avec la personne", "Manquant", "");
      await agent.getByLabel("Message pour l’usager").fill("Corrigez le nombre d’exemplaires et joignez la preuve.");
      await check(agent);
      await agent.getByRole("button", { name: "Envoyer la demande de compléments" }).click();
      await expectDone(agent, "Les compléments sont demandés à l’usager.");
      const letter = await readMail(citizen, people.citizen, new RegExp(`${number} est à compléter`));
      expect(letter.text).toContain("Un seul exemplaire par demande.");
    });

    await test.step("X4: the citizen corrects only that", async () => {
      await citizen.goto(`/espace/demandes/${number}/corriger`);
      await citizen.getByRole("button", { name: "Commencer la correction" }).click();
      await expect(citizen.locator('[name="acte.copies"]:visible')).toBeVisible();
      await expect(citizen.locator('[name="acte.reason"]:visible')).toHaveCount(0);
      await citizen.locator('[name="acte.copies"]:visible').fill("1");
      await goOnTo(citizen, "Vos documents");
      await press(citizen.getByRole("button", { name: /Le joindre finalement en ligne/ }));
      await citizen
        .getByLabel(/Choisir des fichiers? sur votre appareil/)
        .setInputFiles({ name: "livret.pdf", mimeType: "application/pdf", buffer: pdf });
      if (!javaScriptEnabled) await citizen.getByRole("button", { name: /^Ajouter/ }).click();
      await expect(citizen.getByRole("link", { name: "livret.pdf" }), "it has arrived").toBeVisible();
      await goOnTo(citizen, "Le récapitulatif");
      await citizen.getByRole("button", { name: "Soumettre la correction" }).click();
      await expect(citizen).toHaveURL(/confirmation|espace\/demandes/);
    });

    await test.step("X4: the agent sees what changed, downloads the document and completes", async () => {
      await agent.goto(`/admin/demandes/${number}`);
      const changes = agent.getByRole("region", { name: "Ce qui a changé depuis votre dernière décision" });
      await expect(changes.getByRole("row", { name: /Nombre d’exemplaires/ })).toContainText("1");
      await expect(changes.getByRole("row", { name: /Preuve de votre lien/ })).toContainText("livret.pdf");
      await check(agent);
      const [download] = await Promise.all([
        agent.waitForEvent("download"),
        agent.getByRole("link", { name: "livret.pdf" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("livret.pdf");
      await agent.getByRole("button", { name: "Déclarer complet" }).click();
      await expectDone(agent, "La demande est déclarée complète.");
    });

    await test.step("F134: it is validated with a file, and the citizen downloads the answer", async () => {
      await agent.getByRole("link", { name: "Valider et répondre" }).click();
      const files = ["acte.pdf", "page-2.pdf", "page-3.pdf", "page-4.pdf"].map((name) => ({
        name,
        mimeType: "application/pdf",
        buffer: pdf,
      }));
      const note = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("x") };
      await agent.getByLabel("Ajouter des fichiers à la réponse").setInputFiles([note, ...files]);
      if (!javaScriptEnabled) await agent.getByRole("button", { name: "Ajouter : Réponse" }).click();
      for (const { name } of files) await expect(agent.getByRole("link", { name })).toBeVisible();
      await expect(agent.getByText("note.txt n’est pas joint. Ce type de fichier n’est pas accepté.")).toBeVisible();
      await expect(agent).toHaveTitle(/^Erreur\u00a0: /);
      await check(agent);
      await agent.getByRole("textbox", { name: "Réponse (facultatif)" }).fill("Voici la copie de l’acte.");
      await agent.getByRole("button", { name: "Valider la demande" }).click();
      await expectDone(agent, "La demande est validée.");
      await check(agent);

      await citizen.goto(`/espace/demandes/${number}`);
      await expect(citizen.getByText("Voici la copie de l’acte.").first()).toBeVisible();
      const [answer] = await Promise.all([
        citizen.waitForEvent("download"),
        citizen.getByRole("link", { name: "acte.pdf" }).click(),
      ]);
      expect(answer.suggestedFilename()).toBe("acte.pdf");
      for (const path of [`/api/demandes/${number}/pdf`, `/api/recepisse/${number}`]) {
        const file = await citizen.request.get(path);
        expect(file.headers()["content-type"]).toBe("application/pdf");
        expect(file.headers()["cache-control"]).toContain("no-store");
      }
    });
    await Promise.all([citizen.context().close(), agent.context().close()]);
  });
}

test("Q11: the second of two pages is told that the demande changed, and nothing is overwritten", async ({
  browser,
  baseURL,
}) => {
  const citizen = await openAs(people.citizen, { browser, baseURL });
  const first = await openAs(people.registrar, { browser, baseURL });
  const second = await openAs(people.registrar, { browser, baseURL });
  const number = await fileBirthCertificate(citizen, 1);
  await first.goto(`/admin/demandes/${number}`);
  await second.goto(`/admin/demandes/${number}/rejet`);
  await first.getByRole("button", { name: "Prendre en charge" }).click();
  await expectDone(first, "La demande est prise en charge.");

  await second.getByLabel("Motif du rejet").fill("Un motif qui ne doit pas se perdre.");
  await second.getByRole("button", { name: "Rejeter la demande" }).click();
  await expect(second.getByText(/Cette demande a changé depuis l’affichage de votre page/)).toBeVisible();
  await expect(second.getByLabel("Motif du rejet")).toHaveValue("Un motif qui ne doit pas se perdre.");
  await second.goto(`/admin/demandes/${number}`);
  await expect(second.getByText("En traitement", { exact: true })).toBeVisible();
  await expect(second.getByText("Demande rejetée")).toHaveCount(0);
});

test("Q13: a demande of another service does not exist, for its agent or at any of its pages", async ({
  browser,
  baseURL,
}) => {
  const citizen = await openAs(people.citizen, { browser, baseURL });
  const number = await fileBirthCertificate(citizen, 1);
  const stranger = await openAs(people.school, { browser, baseURL });
  for (const path of ["", "/complements", "/validation", "/rejet", "/annulation", "/reouverture"])
    expect((await stranger.goto(`/admin/demandes/${number}${path}`))?.status()).toBe(404);
  for (const path of [`/api/demandes/${number}/pdf`, `/api/recepisse/${number}`])
    expect((await stranger.request.get(path)).status()).toBe(404);
});

async function flag(page: Page, label: string, reason: string, comment: string): Promise<void> {
  await page.getByRole("checkbox", { name: label }).check();
  const details = page.getByRole("group", { name: label, exact: true });
  await details.getByLabel("Ce qui ne va pas").selectOption({ label: reason });
  await details.getByLabel("Précision").fill(comment);
}
