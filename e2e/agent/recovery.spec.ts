import type { Page } from "@playwright/test";
import { expect, expectAccessible, followMail, freshEmail, people, readMail, test } from "../fixtures";
import { expectDone, fillPasswords, fillSignIn, openAs, validate } from "../gestures";
import { aDayLater, addAccount, verbsOf } from "./fresh-account";

const newPassword = "cinq renards verts dansent";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  const check = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

  test(`F68: two agents give a lost mailbox another address, and the citizen comes back${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const { id, email } = await addAccount();
    const newEmail = freshEmail("retrouve");
    const citizen = await openAs(email, { browser, baseURL, javaScriptEnabled });
    const first = await openAs(people.registrar, { browser, baseURL, javaScriptEnabled });
    const second = await openAs(people.school, { browser, baseURL, javaScriptEnabled });

    await test.step("the first agent notes the new address and the proof", async () => {
      await first.goto(`/admin/comptes/${id}`);
      await first.getByRole("link", { name: "Messagerie perdue" }).click();
      await check(first);
      await first.getByLabel("Nouveau courriel").fill(newEmail);
      await first.getByRole("button", { name: "Demander la récupération" }).click();
      await expect(first.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(first.getByLabel("Nouveau courriel")).toHaveValue(newEmail);
      await first.getByLabel(/Ce que vous avez vu/).fill("Carte d’identité présentée au guichet.");
      await first.getByRole("button", { name: "Demander la récupération" }).click();
      await expectDone(first, "La récupération est demandée.");
      const card = first.getByRole("region", { name: "Récupération à confirmer" });
      await expect(card).toContainText("un autre agent ou un administrateur doit la confirmer");
      await expect(card).toContainText("Elle peut être confirmée à partir du");
      await expect(card.getByRole("button", { name: "Confirmer la récupération" })).toHaveCount(0);
    });

    await test.step("the old address is warned, and its link stops nothing by itself", async () => {
      await followMail(first, email, "va changer d’adresse", "/compte/recuperation");
      await expect(first.getByRole("heading", { level: 1, name: "Arrêter le changement d’adresse" })).toBeVisible();
      await check(first);
    });

    await test.step("a second agent reads from when it may be confirmed, and may only refuse until then", async () => {
      await second.goto(`/admin/comptes/${id}`);
      const card = second.getByRole("region", { name: "Récupération à confirmer" });
      await expect(card).toContainText("Elle peut être confirmée à partir du");
      await expect(card.getByRole("button", { name: "Refuser la récupération" })).toBeVisible();
      await expect(card.getByRole("button", { name: "Confirmer la récupération" })).toHaveCount(0);
      await check(second);
    });

    await test.step("a day later, the second agent finds it among those to confirm, and confirms", async () => {
      await aDayLater(id);
      await second.goto("/admin/comptes?vue=recuperations");
      await expect(second.getByRole("link", { name: "Récupérations à confirmer" })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await second.goto(`/admin/comptes/${id}`);
      const card = second.getByRole("region", { name: "Récupération à confirmer" });
      await expect(card).toContainText("Carte d’identité présentée au guichet.");
      await expect(card).toContainText(newEmail);
      await check(second);
      await card.getByRole("button", { name: "Confirmer la récupération" }).click();
      await expectDone(second, "La récupération est confirmée.");
      await expect(second.getByText("Carte d’identité présentée au guichet.")).toHaveCount(0);
      await check(second);
    });

    await test.step("the sessions ended, the old address is told, the new one chooses a password", async () => {
      await citizen.goto("/espace");
      await expect(citizen).toHaveURL(/\/connexion/);
      await readMail(citizen, email, "Votre compte a changé d’adresse");
      await followMail(citizen, newEmail, "Retrouvez l’accès", "/mot-de-passe/nouveau");
      await fillPasswords(citizen, newPassword);
      await validate(citizen);
      await expect(citizen.getByText("Votre nouveau mot de passe est enregistré.")).toBeVisible();
      await fillSignIn(citizen, newEmail, newPassword);
      await expect(citizen).toHaveURL(/\/espace$/);
    });

    await test.step("the old address objects: the account is frozen for both, and nothing is put back", async () => {
      const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await followMail(owner, email, "Votre compte a changé d’adresse", "/courriel/retablir");
      await expect(owner.getByRole("heading", { level: 1, name: "Geler le compte" })).toBeVisible();
      await check(owner);
      await owner.getByRole("button", { name: "Geler le compte" }).click();
      await expect(owner.getByRole("heading", { level: 1, name: "Le compte est gelé" })).toBeVisible();
      await check(owner);
      for (const address of [email, newEmail])
        expect((await readMail(owner, address, "Un compte est gelé")).text).toContain("pièce d’identité");
      await citizen.goto("/espace");
      await expect(citizen).toHaveURL(/\/connexion/);
      await owner.context().close();
    });

    await test.step("the mailbox is held by somebody else: an administrator confirms, and it takes effect in seven days", async () => {
      await second.goto(`/admin/comptes/${id}`);
      await expect(second.getByText("Récupération contestée depuis l’ancienne adresse")).toBeVisible();
      await expect(second.getByRole("region", { name: "Ce compte est gelé" })).toBeVisible();
      await check(second);
      await second.getByRole("link", { name: "Boîte tenue par quelqu’un d’autre" }).click();
      await check(second);
      await second.getByLabel("Nouveau courriel").fill(freshEmail("tenue"));
      await second.getByLabel(/Ce que vous avez vu/).fill("Passeport présenté au guichet.");
      await second.getByRole("button", { name: "Demander la récupération" }).click();
      await expectDone(second, "La récupération est demandée.");
      await first.goto(`/admin/comptes/${id}`);
      const card = first.getByRole("region", { name: "Récupération à confirmer" });
      await expect(card).toContainText("c’est un agent qui l’a faite. Vous pouvez la refuser.");
      await expect(card.getByRole("button", { name: "Confirmer la récupération" })).toHaveCount(0);
      const admin = await openAs(people.admin, { browser, baseURL, javaScriptEnabled });
      await admin.goto(`/admin/comptes/${id}`);
      await admin.getByRole("button", { name: "Confirmer la récupération" }).click();
      await expectDone(admin, "La récupération est confirmée.");
      await expect(admin.getByRole("region", { name: "Récupération confirmée" })).toContainText("Elle prend effet le");
      await check(admin);
      await readMail(admin, email, "Un compte est gelé, et va changer d’adresse");
      await admin.context().close();
    });

    await test.step("all of it stands in the journal", async () => {
      const verbs = await verbsOf(id);
      expect(verbs).toEqual(
        expect.arrayContaining([
          "account.read",
          "account.recovery_asked",
          "account.recovery_confirmed",
          "account.recovery_undone",
          "account.frozen",
        ]),
      );
    });
    await Promise.all([citizen, first, second].map((page) => page.context().close()));
  });

  test(`F68: whoever reads the old address stops a recovery, and opens the account again at the counter${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const { id, email } = await addAccount();
    const agent = await openAs(people.registrar, { browser, baseURL, javaScriptEnabled });
    const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();

    await test.step("a letter warns the owner, whose link freezes the account", async () => {
      await agent.goto(`/admin/comptes/${id}/recuperation`);
      await agent.getByLabel("Nouveau courriel").fill(freshEmail("voleur"));
      await agent.getByLabel(/Ce que vous avez vu/).fill("Une carte qui semblait vraie.");
      await agent.getByRole("button", { name: "Demander la récupération" }).click();
      await expectDone(agent, "La récupération est demandée.");
      await followMail(owner, email, "va changer d’adresse", "/compte/recuperation");
      const link = owner.url();
      await validate(owner);
      await expect(owner.getByRole("heading", { level: 1, name: "Le compte est gelé" })).toBeVisible();
      await owner.goto(link);
      await expect(owner.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      await check(owner);
    });

    await test.step("at the counter, an agent notes the identity document; a day later another one opens it again", async () => {
      await agent.goto(`/admin/comptes/${id}`);
      await expect(agent.getByText("Récupération arrêtée depuis l’ancienne adresse")).toBeVisible();
      await agent.getByRole("link", { name: "Rouvrir le compte" }).click();
      await check(agent);
      await agent.getByLabel(/Ce que vous avez vu/).fill("Carte d’identité présentée au guichet.");
      await agent.getByRole("button", { name: "Demander la réouverture" }).click();
      await expectDone(agent, "La réouverture est demandée.");
      await readMail(owner, email, "Un compte gelé va être rouvert");
      await aDayLater(id);
      const second = await openAs(people.school, { browser, baseURL, javaScriptEnabled });
      await second.goto(`/admin/comptes/${id}`);
      await second.getByRole("button", { name: "Rouvrir le compte" }).click();
      await expectDone(second, "Le compte est rouvert.");
      await second.context().close();
    });

    await test.step("the owner chooses a password, and is back", async () => {
      await followMail(owner, email, "Votre compte est rouvert", "/mot-de-passe/nouveau");
      await fillPasswords(owner, newPassword);
      await validate(owner);
      await fillSignIn(owner, email, newPassword);
      await expect(owner).toHaveURL(/\/espace$/);
      expect(await verbsOf(id)).toEqual(
        expect.arrayContaining(["account.recovery_stopped", "account.frozen", "account.reopened"]),
      );
    });
    await Promise.all([agent.context().close(), owner.context().close()]);
  });
}
