import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { database, demoPassword, expect, expectAccessible, freshEmail, openSession, people, test } from "../fixtures";

const second = "cinq renards verts dansent";
const saved = "Vos données sont enregistrées.";

for (const javaScriptEnabled of [true, false])
  test.describe(`the account’s own pages, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F4 F19 F20 F23 F24 F25 F29 F31 F63 F69 F70 F76 F85: the data of the account, by rubric", async ({
      page,
      signIn,
    }) => {
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
      await expect(page.getByText("Vous pouvez déjà envoyer des demandes.")).toBeVisible();
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
      await fillPasswords(page);
      await validate(page);
      await expect(page.getByText("Ce n’est pas votre mot de passe actuel.").first()).toBeVisible();
      await page.locator('input[name="currentPassword"]').fill(demoPassword());
      await fillPasswords(page);
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
      await signInWith(tab, email);
      await tab.close();
      await page
        .getByRole("button", { name: javaScriptEnabled ? "Valider" : "Valider à nouveau" })
        .last()
        .click();
      await expect(page.getByText(saved)).toBeVisible();
      await expect(page.getByRole("region", { name: "Identité" })).toContainText("Trop-Tard");
    });
  });

test.describe("the end of a session", () => {
  test("is announced with the focus inside, put off by one key, and loses nothing when it comes", async ({
    page,
    signIn,
  }) => {
    test.slow();
    const email = await freshAccount();
    await signIn(email);
    await page.clock.install();
    await moveEnd(email, { idle: "140 seconds", absolute: "6 hours" });
    await page.goto("/espace/compte/donnees/identite");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Vous allez être déconnecté");
    await expect(dialog.getByRole("button", { name: "Rester connecté" })).toBeFocused();
    await expectAccessible(page);
    await database()`
      update account_sessions set last_seen_at = now() - interval '5 minutes'
      where account_id = (select id from accounts where email = ${email})`;
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    const [row] = await database()<{ isLater: boolean }[]>`
      select idle_expires_at > now() + interval '29 minutes' as "isLater" from account_sessions
      where account_id = (select id from accounts where email = ${email})`;
    expect(row?.isLater).toBe(true);

    await page.getByLabel("Nom", { exact: true }).fill("Resté-Là");
    await endSessions(email);
    await page.clock.fastForward("30:10");
    await expect(dialog).toContainText("Ce que vous avez saisi est resté sur cette page.");
    const opened = page.waitForEvent("popup");
    await dialog.getByRole("link", { name: "Se connecter" }).click();
    await signInWith(await opened, email);
    await (await opened).close();
    const back = dialog.getByRole("button", { name: "Revenir à ma page" });
    if (await back.isVisible()) await back.click();
    await validate(page);
    await expect(page.getByText(saved)).toBeVisible();
    await expect(page.getByRole("region", { name: "Identité" })).toContainText("Resté-Là");
  });

  test("leads to the sign-in page, and back, where nothing was typed", async ({ page, signIn }) => {
    const email = await freshAccount();
    await signIn(email);
    await page.clock.install();
    await moveEnd(email, { idle: "20 minutes", absolute: "6 hours" });
    await page.goto("/espace/compte/connexions");
    await endSessions(email);
    await page.clock.fastForward("20:10");
    await expect(page.getByRole("region", { name: "Votre session a pris fin" })).toBeVisible();
    await fillSignIn(page, email);
    await expect(page).toHaveURL(/\/espace\/compte\/connexions$/);
  });

  test("is not offered to be put off at the longest that a session may last", async ({ page, signIn }) => {
    const email = await freshAccount();
    await signIn(email);
    await moveEnd(email, { idle: "100 seconds", absolute: "100 seconds" });
    await page.goto("/espace/compte");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("ne peut plus être prolongée");
    await expect(dialog.getByRole("button", { name: "Rester connecté" })).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
  });

  test("another person’s connection is not found", async ({ page, signIn }) => {
    const [email, neighbour] = [await freshAccount(), await freshAccount()];
    await signIn(email);
    await addSession(email);
    const theirs = await addSession(neighbour);
    await page.goto("/espace/compte/connexions");
    await page.locator('input[name="sessionId"]').evaluate((box: HTMLInputElement, id) => (box.value = id), theirs);
    await page.getByRole("button", { name: /^Fermer : / }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("n’existe pas");
    const rows = await database()`select id from account_sessions where id = ${theirs}`;
    expect(rows).toHaveLength(1);
  });
});

test("F20 F85: a rubric is edited by keyboard alone", async ({ page, signIn }) => {
  const email = await freshAccount();
  await signIn(email);
  await page.goto("/espace/compte/donnees");
  await tabTo(page, "Modifier : Identité");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Modifier votre identité");
  await tabTo(page, "Prénom");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Léonie");
  await tabTo(page, "Valider");
  await page.keyboard.press("Enter");
  await expect(page.getByText(saved)).toBeVisible();
  await expect(page.getByRole("region", { name: "Identité" })).toContainText("Léonie");
});

/** An active account that nobody else uses, with the password of the demonstration. Gives its address. */
async function freshAccount(kind: "personal" | "professional" = "personal"): Promise<string> {
  const email = freshEmail("compte");
  await database()`
    insert into accounts (id, status, kind, email, username, password_hash, first_name, last_name, created_at, activated_at)
    select ${randomUUID()}, 'active', ${kind}, ${email}, ${email.split("@")[0] ?? email}, password_hash, 'Zoé', 'D’Essai',
      now(), now()
    from accounts where email = ${people.citizen}`;
  return email;
}

async function addSession(email: string): Promise<string> {
  const id = randomUUID();
  await database()`
    insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${id}, id, ${randomUUID()}, now(), now(), now() + interval '1 hour', now() + interval '1 hour', 'Safari sur iPhone'
    from accounts where email = ${email}`;
  return id;
}

async function moveEnd(email: string, { idle, absolute }: { idle: string; absolute: string }) {
  await database()`
    update account_sessions set idle_expires_at = now() + ${idle}::interval, expires_at = now() + ${absolute}::interval,
      last_seen_at = now()
    where account_id = (select id from accounts where email = ${email})`;
}

async function endSessions(email: string) {
  await database()`
    update account_sessions set idle_expires_at = now() - interval '1 second'
    where account_id = (select id from accounts where email = ${email})`;
}

async function signInWith(page: Page, email: string) {
  await page.goto("/connexion");
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/espace/);
}

async function fillSignIn(page: Page, email: string) {
  const main = page.getByRole("main");
  await main.getByLabel("Identifiant ou courriel").fill(email);
  await main.getByLabel("Mot de passe", { exact: true }).fill(demoPassword());
  await main.getByRole("button", { name: "Se connecter" }).click();
}

async function fillPasswords(page: Page) {
  await page.locator('input[name="password"]').fill(second);
  await page.locator('input[name="passwordConfirmation"]').fill(second);
}

async function validate(page: Page) {
  await page.getByRole("main").getByRole("button", { name: "Valider" }).last().click();
}

function secretIn(cookies: { name: string; value: string }[]) {
  return cookies.find(({ name }) => name === "parvis_session")?.value;
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string) {
  const current = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return [element?.textContent, ...labels.map(({ textContent }) => textContent)].join(" ").trim();
    });
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await current()).replace(/\s+/g, " ").includes(name.replace(/\s+/g, " "))) return;
  }
  throw new Error(`the keyboard never reaches « ${name} »`);
}
