import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  database,
  expect,
  expectAccessible,
  followMail,
  freshEmail,
  openSession,
  people,
  readMail,
  test,
} from "../fixtures";
import { fillSignIn } from "../gestures";
import { commence, goOnTo, sendRoadReport } from "./steps";

const demarche = "Signaler un problème dans la rue";

for (const javaScriptEnabled of [true, false])
  test.describe(`leaving, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F3 F7 F67 F126: the account goes by the mailed link, what is under way goes on", async ({
      page,
      browser,
      baseURL,
    }) => {
      test.slow();
      const email = freshEmail("depart");
      await openAccount(email);
      await page.goto("/connexion");
      await fillSignIn(page, email);
      await expect(page).toHaveURL(/\/espace$/);
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      const kept = await report(page);
      const finished = await report(page);
      await database()`update demandes set status = 'validated', closed_at = now() where number = ${finished}`;

      await page.goto("/espace/compte");
      await page.getByRole("main").getByRole("link", { name: "Supprimer le compte" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Supprimer le compte" })).toBeVisible();
      await expect(page.getByText("1 brouillon")).toBeVisible();
      const going = page.getByRole("group", { name: new RegExp(kept) });
      await expect(going.getByLabel("La laisser aboutir sans le compte")).toBeChecked();
      await check(page);
      await page.getByRole("button", { name: "Recevoir le lien de suppression" }).click();
      await expect(page).toHaveURL(/\/espace\/compte$/);
      await expect(page.getByText(/Un courriel vient de vous être envoyé/)).toBeVisible();

      await followMail(page, email, "Confirmez la suppression", "/compte/supprimer");
      const link = page.url();
      await page.goto(link);
      await expect(page.getByRole("listitem").filter({ hasText: kept })).toContainText("aboutira sans le compte");
      await check(page);
      const elsewhere = await browser.newContext({ javaScriptEnabled });
      await openSession(elsewhere, baseURL, email);
      await page.getByRole("button", { name: "Supprimer définitivement mon compte" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Votre compte est supprimé" })).toBeVisible();
      await check(page);

      const cookies = await page.context().cookies();
      expect(cookies.filter(({ name }) => name.endsWith("parvis_session"))).toEqual([]);
      const other = await elsewhere.newPage();
      await other.goto(`${baseURL ?? ""}/espace`);
      await expect(other).toHaveURL(/\/connexion\?retour=/);
      await elsewhere.close();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      await check(page);

      expect(await answerTo(page, email)).toBe(await answerTo(page, freshEmail("inconnu")));
      expect((await readMail(page, email, "Votre compte est supprimé")).text).toContain(kept);
      const [gone] = await database()<{ answers: unknown; name: string | null }[]>`
        select r.answers, d.applicant_name as name from demandes d join demande_revisions r on r.demande_id = d.id
        where d.number = ${finished} and d.anonymised_at is not null`;
      expect(gone, "F7: what was finished names nobody any more").toEqual({ answers: {}, name: null });
      await follow(page, kept, email);
      await expect(page.getByText("Vous avez soumis votre demande, un agent va la prendre en charge.")).toBeVisible();
    });
  });

/** The rest of the portal shows how an account is made: this one is written, under the password of the demonstration. */
async function openAccount(email: string): Promise<void> {
  await database()`
    insert into accounts (id, status, email, username, password_hash, first_name, last_name, created_at, activated_at, last_seen_at)
    select ${randomUUID()}, 'active', ${email}, ${email.split("@")[0] ?? ""}, password_hash, 'Dominique', 'Départ', now(), now(), now()
    from accounts where email = ${people.citizen}`;
}

/** What the sign-in page says to somebody who does not get in. */
async function answerTo(page: Page, email: string): Promise<string> {
  await page.goto("/connexion");
  await fillSignIn(page, email);
  const summary = page.getByRole("group", { name: "Il y a un problème" });
  await expect(summary).toBeVisible();
  return summary.innerText();
}

/** Files a small request; returns its number. */
async function report(page: Page): Promise<string> {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  await goOnTo(page, "Mes informations");
  await goOnTo(page, "Ma demande");
  return sendRoadReport(page, "Non");
}

/** F93: with the number and the address, on a device that nobody signed in. */
async function follow(page: Page, number: string, email: string): Promise<void> {
  await page.goto("/suivi");
  await page.getByLabel("Numéro de la demande").fill(number);
  await page.getByLabel("Courriel").fill(email);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page).toHaveURL("/suivi/courriel-envoye");
  await followMail(page, email, `Suivre votre demande n° ${number}`, "/suivi/ouvrir");
  await page.getByRole("button", { name: "Ouvrir ma demande" }).click();
  await expect(page).toHaveURL(`/suivi/${number}/historique`);
  await expect(page.getByText(demarche).first()).toBeVisible();
}
