import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readZip } from "../../db/test/read-zip";
import type { Browser } from "@playwright/test";
import { fileBirthCertificate } from "../agent/filing";
import {
  database,
  demoPassword,
  expect,
  expectAccessible,
  freshEmail,
  openSession,
  people,
  readMail,
  test,
} from "../fixtures";

for (const javaScriptEnabled of [true, false])
  test.describe(`the copy of one's data, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("F3 X21: asks for a copy, sees how far it is, downloads it and opens it", async ({
      page,
      browser,
      baseURL,
      signIn,
    }) => {
      test.slow();
      const email = await newAccount();
      await signIn(email);
      const number = await fileBirthCertificate(page, 1);
      const journey = page.getByRole("main");

      await page.goto("/espace/compte/export");
      await expect(page).toHaveTitle(/^Mes données/);
      await expect(journey).toContainText("Elle reste 7 jours sur le portail");
      if (javaScriptEnabled) await expectAccessible(page);
      const prepare = page.getByRole("button", { name: "Préparer une copie de mes données" });
      await journey.getByLabel("Mot de passe actuel", { exact: true }).fill("pas celui-là");
      await prepare.click();
      await expect(journey.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await journey.getByLabel("Mot de passe actuel", { exact: true }).fill(demoPassword());
      const ready = journey.getByText("Votre copie est prête");
      await prepare.click();
      await expect(journey.getByText("Votre copie est en préparation").or(ready)).toBeVisible();
      if (javaScriptEnabled) await expect(ready).toBeVisible({ timeout: 30_000 });
      else await waitByLink();
      await expect(journey).toContainText(/ZIP, [\d,]+\sKo/);
      await expect(journey).toContainText(/jusqu’au \d/);
      if (javaScriptEnabled) await expectAccessible(page);

      const link = journey.getByRole("link", { name: /^Télécharger/ });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.zip$/);
      const files = new Map(readZip(await readFile(await download.path())).map(({ path, bytes }) => [path, bytes]));
      expect(files.get(`demandes/${number}/recepisse.pdf`)?.toString("latin1", 0, 5)).toBe("%PDF-");
      const data = JSON.parse(files.get("donnees.json")?.toString() ?? "") as Data;
      expect(data.compte.courriel).toBe(email);
      expect(data.demandes.map(({ numero }) => numero)).toEqual([number]);
      expect(files.get("LISEZ-MOI.txt")?.toString()).toContain("COPIE DE VOS DONNÉES");

      const path = (await link.getAttribute("href")) ?? "";
      const stranger = await browser.newContext({ javaScriptEnabled });
      expect((await stranger.request.get(path)).status(), "somebody without a session").toBe(404);
      await stranger.close();
      await takeElsewhere(browser, { baseURL, email, path, javaScriptEnabled });
      expect((await page.request.get(path)).status(), "the session that had it before").toBe(404);
      const { links } = await readMail(page, email, "La copie de vos données est prête");
      expect(links).toContain("/espace/compte/export");

      /** What a person without JavaScript does. */
      async function waitByLink() {
        await expect(async () => {
          if (await ready.isVisible()) return;
          await journey.getByRole("link", { name: "Actualiser" }).click();
          await expect(ready).toBeVisible({ timeout: 1_000 });
        }).toPass({ timeout: 30_000 });
      }
    });
  });

type Elsewhere = { baseURL: string | undefined; email: string; path: string; javaScriptEnabled: boolean };

/** A second session of the account, say one that was stolen: nothing before the password, the archive after it. */
async function takeElsewhere(browser: Browser, { baseURL, email, path, javaScriptEnabled }: Elsewhere) {
  const context = await browser.newContext({ baseURL, javaScriptEnabled });
  await openSession(context, baseURL, email);
  const page = await context.newPage();
  await page.goto("/espace/compte/export");
  const form = page.getByRole("form", { name: "Télécharger vos copies" });
  const link = page.getByRole("link", { name: /^Télécharger/ });
  await expect(form).toBeVisible();
  await expect(link).toHaveCount(0);
  expect((await page.request.get(path)).status(), "a session that did not ask").toBe(404);
  if (javaScriptEnabled) await expectAccessible(page);

  const open = form.getByRole("button", { name: "Accéder au téléchargement" });
  await form.getByLabel("Mot de passe actuel", { exact: true }).fill("pas celui-là");
  await open.click();
  await expect(form.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." })).toBeVisible();
  await expect(page.getByText("Ce n’est pas votre mot de passe actuel."), "in this form alone").toHaveCount(2);
  await form.getByLabel("Mot de passe actuel", { exact: true }).fill(demoPassword());
  await open.click();
  await form.waitFor({ state: "hidden" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  await context.close();
}

type Data = { compte: { courriel: string }; demandes: { numero: string }[] };

/** An account of one's own, as a person who finished signing up has it. */
async function newAccount(): Promise<string> {
  const email = freshEmail("copie");
  await database()`
    insert into accounts (id, status, email, username, first_name, last_name, password_hash, created_at, activated_at, terms_accepted_at)
    select ${randomUUID()}, 'active', ${email}, ${email}, 'Zoé', 'D’Essai', password_hash, now(), now(), now()
    from accounts where email = ${people.citizen}`;
  return email;
}
