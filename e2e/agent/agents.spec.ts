import type { Browser, BrowserContext, Page } from "@playwright/test";
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
import { expectDone, fillPasswords, press } from "../gestures";

const password = "quatre moulins bleus sautent";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  const check = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

  test(`X23: an agent is invited, activates the account, signs in, is changed, then removed${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const email = freshEmail("agent");
    const admin = await openPage(browser, { baseURL, javaScriptEnabled });
    await openSession(admin.context(), baseURL, people.admin);
    const agent = await openPage(browser, { baseURL, javaScriptEnabled });
    let codes: string[] = [];

    await test.step("an administrator invites: what is missing is said, what was typed is kept", async () => {
      await admin.goto("/admin/agents");
      await admin.getByRole("link", { name: "Inviter un agent" }).click();
      await admin.getByLabel("Courriel professionnel").fill(email);
      await admin.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await expect(admin.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(admin.getByLabel("Courriel professionnel")).toHaveValue(email);
      await check(admin);
      await admin.getByLabel("Prénom et nom").fill("Nadège Testard");
      await admin.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await expect(admin.getByRole("link", { name: "Choisissez au moins un service pour un agent." })).toBeVisible();
      await admin.getByLabel("Service scolarité et enfance").check();
      await admin.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await expectDone(admin, "L’invitation est envoyée.");
      await expect(admin.getByText("Invité", { exact: true })).toBeVisible();
      await check(admin);
    });

    await test.step("the agent chooses a password, then proves the second factor", async () => {
      await followMail(agent, email, "Votre compte d’agent", "/admin/invitation");
      await check(agent);
      await fillPasswords(agent, "court", "autre");
      await agent.getByRole("button", { name: "Continuer" }).click();
      await expect(agent.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await fillPasswords(agent, password);
      await agent.getByRole("button", { name: "Continuer" }).click();
      await expect(agent.getByRole("img", { name: "Image à scanner" })).toBeVisible();
      await check(agent);
      await agent.getByLabel("Code à 6 chiffres").fill("12 34");
      await agent.getByRole("button", { name: "Enregistrer le second facteur" }).click();
      await expect(agent.getByRole("link", { name: "Saisissez les 6 chiffres du code." })).toBeVisible();
      await agent.getByLabel("Code à 6 chiffres").fill(await shownCode(agent));
      await press(agent.getByRole("button", { name: "Enregistrer le second facteur" }));
    });

    await test.step("ten recovery codes are shown until they are noted", async () => {
      await expect(agent.getByRole("heading", { level: 1, name: "Vos codes de secours" })).toBeVisible();
      await check(agent);
      await agent.reload();
      codes = await agent.getByRole("list", { name: "Codes de secours" }).getByRole("listitem").allInnerTexts();
      expect(codes).toHaveLength(10);
      await agent.getByRole("button", { name: "J’ai noté mes codes" }).click();
      await expectDone(agent, "Votre second facteur est enregistré. Connectez-vous.");
      await agent.goto("/admin/codes-de-secours");
      await expect(agent, "shown no more").toHaveURL(/\/admin\/connexion/);
    });

    await test.step("the link has served, and the agent signs in", async () => {
      await followMail(agent, email, "Votre compte d’agent", "/admin/invitation");
      await expect(agent.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      await check(agent);
      await firstStep(agent, email);
      await agent.getByLabel("Code à 6 chiffres").fill(await shownCode(agent));
      await agent.getByRole("button", { name: "Se connecter" }).click();
      await expect(agent).toHaveURL(/\/admin$/);
      await agent.getByRole("link", { name: /Mon compte/ }).click();
      await expect(agent.getByText("10 sur 10 encore valables")).toBeVisible();
      for (const path of ["agents", "journal", "taches"]) {
        await agent.goto(`/admin/${path}`);
        await expect(agent, "for administrators").toHaveURL(/\/admin$/);
      }
    });

    await test.step("without the telephone, a recovery code opens once", async () => {
      await press(agent.getByRole("button", { name: "Se déconnecter" }));
      await firstStep(agent, email);
      await agent.getByRole("link", { name: "Je n’ai plus mon téléphone" }).click();
      await check(agent);
      await agent.getByLabel("Code de secours", { exact: true }).fill("0000-0000-0000-0000");
      await agent.getByRole("button", { name: "Se connecter" }).click();
      await expect(agent.getByRole("link", { name: /Ce code de secours n’est pas le bon/ })).toBeVisible();
      await agent.getByLabel("Code de secours", { exact: true }).fill((codes[0] ?? "").toLowerCase());
      await agent.getByRole("button", { name: "Se connecter" }).click();
      await expectDone(agent, /Il vous reste 9\scodes de secours/);
      const reader = await agent.context().newPage();
      expect((await readMail(reader, email, "Un code de secours a été utilisé")).text).toContain("restants\u00a0: 9");
      await reader.close();
    });

    await test.step("strangers guess at the password: a letter makes another browser known, and both steps are still asked", async () => {
      const fresh = await openPage(browser, { baseURL, javaScriptEnabled });
      await fresh.goto("/admin/connexion");
      const told = fresh.getByText("Trop d’essais de suite", { exact: false }).first();
      // Each failure after the fourth makes the next wait twice as long: a slow machine meets it later, never not.
      for (let turn = 0; turn < 15 && !(await told.isVisible()); turn += 1) {
        await fresh.getByLabel("Courriel").fill(email);
        await fresh.getByLabel("Mot de passe", { exact: true }).fill("ce n’est pas le bon");
        await press(fresh.getByRole("button", { name: "Continuer" }));
        // The answer is shown once the password is emptied: what is typed before would be emptied with it.
        await expect(fresh.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
      }
      await expect(told).toContainText("faites reconnaître ce navigateur");
      await fresh.getByRole("link", { name: "Faire reconnaître ce navigateur" }).click();
      await check(fresh);
      await fresh.getByLabel("Courriel").fill(email);
      await fresh.getByRole("button", { name: "Valider" }).click();
      await expect(fresh.getByRole("heading", { level: 1, name: "Consultez votre messagerie" })).toBeVisible();
      await followMail(fresh, email, "Faites reconnaître votre navigateur", "/admin/connexion/reconnaitre");
      await check(fresh);
      const link = fresh.url();
      await fresh.getByRole("button", { name: "Reconnaître ce navigateur" }).click();
      await expectDone(fresh, "Ce navigateur est reconnu.");
      await firstStep(fresh, email);
      await fresh.getByLabel("Code à 6 chiffres").fill(await shownCode(fresh));
      await fresh.getByRole("button", { name: "Se connecter" }).click();
      await expect(fresh).toHaveURL(/\/admin$/);
      await fresh.goto(link);
      await expect(fresh.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      await fresh.context().close();
    });

    await test.step("new services are obeyed at the agent's next request", async () => {
      await admin.getByLabel("Service état civil").check();
      await admin.getByRole("button", { name: "Enregistrer" }).click();
      await expectDone(admin, /déjà en vigueur/);
      await agent.goto("/admin");
      await expect(agent.getByRole("banner")).toContainText("Service état civil, Service scolarité et enfance");
    });

    await test.step("removed, the agent's next request is refused", async () => {
      await admin.getByRole("link", { name: "Retirer l’accès" }).click();
      await admin.getByRole("button", { name: "Retirer l’accès" }).click();
      await expectDone(admin, "L’accès est retiré.");
      await agent.goto("/admin");
      await expect(agent).toHaveURL(/\/admin\/connexion/);
      await admin.goto("/admin/agents?etat=retires");
      await expect(admin.getByRole("row", { name: new RegExp(email) })).toContainText("Retiré");
    });

    for (const { context } of [admin, agent].map((page) => ({ context: page.context() }))) await context.close();
  });

  test(`X20: the journal is narrowed, then exported; the tasks are listed${how}`, async ({ browser, baseURL }) => {
    test.slow();
    const admin = await openPage(browser, { baseURL, javaScriptEnabled });
    await openSession(admin.context(), baseURL, people.admin);
    await admin.goto("/admin/journal");
    await check(admin);
    await admin.getByLabel("Mois").first().fill("juillet");
    await admin.getByRole("button", { name: "Filtrer" }).click();
    await expect(admin.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
    await expect(admin.getByLabel("Mois").first()).toHaveValue("juillet");
    await check(admin);
    await admin.getByLabel("Mois").first().fill("");
    await admin.getByLabel("Acte").selectOption({ value: "agent.registered" });
    await admin.getByLabel("Sorte d’auteur").selectOption("Tâche automatique");
    await admin.getByRole("button", { name: "Filtrer" }).click();
    await expect(admin).toHaveURL(/acte=agent\.registered&auteur=system/);
    const acts = await admin.getByRole("table").locator("tbody tr").allInnerTexts();
    expect(acts.length).toBeGreaterThan(0);
    for (const act of acts) expect(act).toContain("Agent enregistré");

    const since = new Date();
    const [download] = await Promise.all([
      admin.waitForEvent("download"),
      admin.getByRole("link", { name: "Exporter ces lignes (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.csv$/);
    const text = await textOf(download);
    expect(text).toMatch(/^\ufeff"Date";"Sorte d’auteur";"Auteur";"Acte"/);
    expect(text).toContain('"Agent enregistré";"agent.registered"');
    expect(text).not.toContain('"Demande soumise"');
    const noted = await database()`
      select 1 from audit_events where verb = 'journal.exported' and at >= ${since} and details->>'act' = 'agent.registered'`;
    expect(noted.length).toBeGreaterThan(0);

    await admin.goto("/admin/taches");
    await expect(admin.getByRole("rowheader", { name: /Efface les sessions terminées/ })).toBeVisible();
    await check(admin);
    await admin.context().close();
  });
}

test("X23: the pages that list, change and remove agents, and one’s own account, are accessible", async ({
  page,
  signInAgent,
}) => {
  test.slow();
  await signInAgent(people.admin);
  await page.goto("/admin/agents");
  await expectAccessible(page);
  await page.getByRole("link", { name: /scolarité/ }).click();
  await page.getByRole("link", { name: "Retirer l’accès" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Retirer l’accès" })).toBeVisible();
  await expectAccessible(page);
  for (const path of ["mon-compte", "mon-compte/mot-de-passe", "mon-compte/codes"]) {
    await page.goto(`/admin/${path}`);
    await expectAccessible(page);
  }
});

test("X20: the export of the journal does not exist for anyone but administrators", async ({
  browser,
  baseURL,
  request,
}) => {
  expect((await request.get("/api/journal")).status()).toBe(404);
  for (const email of [people.citizen, people.registrar]) {
    const context = await browser.newContext({ baseURL });
    await openSession(context, baseURL, email);
    expect((await context.request.get("/api/journal")).status(), email).toBe(404);
    await context.close();
  }
});

type Setting = { baseURL: string | undefined; javaScriptEnabled: boolean };

async function openPage(browser: Browser, setting: Setting): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    ...setting,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    acceptDownloads: true,
  });
  return context.newPage();
}

async function firstStep(page: Page, email: string) {
  // A code serves once, and one from further than the next half-minute is refused: the last sign-in was two minutes ago.
  await database()`
    update agents set totp_last_step = (totp_last_step::bigint - 4)::text where email = ${email} and totp_last_step is not null`;
  await page.goto("/admin/connexion");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText("Étape 2 sur 2")).toBeVisible();
}

async function shownCode(page: Page): Promise<string> {
  return page
    .getByText(/Le code à saisir est/)
    .locator("strong")
    .innerText();
}

async function textOf(download: { createReadStream: () => Promise<NodeJS.ReadableStream> }): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
