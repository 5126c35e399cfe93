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

    await test.step("the old address takes the account back, and the agents read it", async () => {
      const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await followMail(owner, email, "Votre compte a changé d’adresse", "/courriel/retablir");
      await expect(owner.getByText(email)).toBeVisible();
      await check(owner);
      await owner.getByRole("button", { name: "Rétablir mon courriel" }).click();
      await expect(owner.getByText("Votre courriel est rétabli")).toBeVisible();
      await citizen.goto("/espace");
      await expect(citizen).toHaveURL(/\/connexion/);
      await second.goto(`/admin/comptes/${id}`);
      await expect(second.getByText("Récupération annulée depuis l’ancienne adresse")).toBeVisible();
      await check(second);
      await owner.context().close();
    });

    await test.step("all of it stands in the journal", async () => {
      const verbs = await verbsOf(id);
      expect(verbs).toEqual(
        expect.arrayContaining([
          "account.read",
          "account.recovery_asked",
          "account.recovery_confirmed",
          "account.recovery_undone",
        ]),
      );
    });
    await Promise.all([citizen, first, second].map((page) => page.context().close()));
  });

  test(`F68: whoever reads the old address stops a recovery${how}`, async ({ browser, baseURL }) => {
    test.slow();
    const { id, email } = await addAccount();
    const agent = await openAs(people.registrar, { browser, baseURL, javaScriptEnabled });
    const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await agent.goto(`/admin/comptes/${id}/recuperation`);
    await agent.getByLabel("Nouveau courriel").fill(freshEmail("voleur"));
    await agent.getByLabel(/Ce que vous avez vu/).fill("Une carte qui semblait vraie.");
    await agent.getByRole("button", { name: "Demander la récupération" }).click();
    await expectDone(agent, "La récupération est demandée.");
    await followMail(owner, email, "va changer d’adresse", "/compte/recuperation");
    const link = owner.url();
    await validate(owner);
    await expect(owner.getByText("La demande est arrêtée")).toBeVisible();
    await owner.goto(link);
    await expect(owner.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
    await check(owner);
    await agent.goto(`/admin/comptes/${id}`);
    await expect(agent.getByText("Récupération arrêtée depuis l’ancienne adresse")).toBeVisible();
    expect(await verbsOf(id)).toContain("account.recovery_stopped");
    await Promise.all([agent.context().close(), owner.context().close()]);
  });
}
