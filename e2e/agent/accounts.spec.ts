import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, people, readMail, test } from "../fixtures";
import { expectDone, openAs } from "../gestures";
import { addAccount, verbsOf } from "./fresh-account";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  const check = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

  test(`F44, F51: an agent finds an account, reads how to reach its person, and validates it${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const { id, email, name } = await addAccount({ validation: "pending" });
    const citizen = await openAs(email, { browser, baseURL, javaScriptEnabled });
    const agent = await openAs(people.school, { browser, baseURL, javaScriptEnabled });

    await test.step("F44: the citizen reads that the account waits, and may file all the same", async () => {
      for (const path of ["/espace", "/espace/compte"]) {
        await citizen.goto(path);
        await expect(citizen.getByRole("region", { name: "Compte en attente de validation" })).toContainText(
          "Vous pouvez déjà déposer vos demandes.",
        );
      }
      await check(citizen);
      await citizen.goto("/demarches/acte-de-naissance");
      await citizen.getByRole("button", { name: "Commencer" }).click();
      await expect(citizen).toHaveURL(/\/demandes\/[0-9a-f-]{36}\//);
    });

    await test.step("F51: the agent finds the account by name, and reads the chosen means of contact", async () => {
      await agent.goto("/admin/comptes");
      await check(agent);
      await agent.getByLabel("Nom, identifiant ou courriel").fill(name.toUpperCase());
      await agent.getByRole("button", { name: "Rechercher" }).click();
      await expect(agent).toHaveURL(/recherche=/);
      expect(decodeURIComponent(agent.url()).toLowerCase(), "no name in an address").not.toContain(name.toLowerCase());
      await expect(agent.getByText(email)).toHaveCount(0);
      await agent.getByRole("link", { name }).click();
      await expect(agent).toHaveURL(new RegExp(`/admin/comptes/${id}$`));
      const contact = agent.getByRole("region", { name: "Contact" });
      await expect(contact).toContainText("Téléphone");
      await expect(contact).toContainText("06 39 98 00 09");
      await expect(contact).toContainText(email);
      await expect(agent.getByText("Votre consultation de cette fiche est inscrite au journal.")).toBeVisible();
      await check(agent);
    });

    await test.step("F44: it is refused with a reason, then validated", async () => {
      await agent.getByRole("link", { name: "Refuser la validation" }).click();
      await agent.getByRole("button", { name: "Refuser la validation" }).click();
      await expect(agent.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await check(agent);
      await agent.getByLabel("Motif du refus").fill("Passez au guichet avec une pièce d’identité.");
      await agent.getByRole("button", { name: "Refuser la validation" }).click();
      await expectDone(agent, "La validation est refusée.");
      await citizen.goto("/espace/compte");
      await expect(citizen.getByRole("region", { name: "Validation du compte refusée" })).toContainText(
        "Passez au guichet avec une pièce d’identité.",
      );
      await check(citizen);
      await agent.getByRole("button", { name: "Valider le compte" }).click();
      await expectDone(agent, "Le compte est validé.");
      await citizen.goto("/espace/compte");
      await expect(citizen.getByText(/validation/i)).toHaveCount(0);
      const reader = await citizen.context().newPage();
      expect((await readMail(reader, email, "validation de votre compte est refusée")).text).toContain("guichet");
      await readMail(reader, email, "Votre compte est validé");
    });

    await test.step("F44: a change of name waits, before and after, until an agent accepts it", async () => {
      await database()`update accounts set pending_profile = '{"lastName": "Nouveau-Nom"}'::jsonb where id = ${id}`;
      await agent.goto("/admin/comptes?vue=modifications");
      await expect(agent.getByRole("link", { name: "Modification en attente" })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await agent.goto(`/admin/comptes/${id}`);
      const changes = agent.getByRole("region", { name: "Modification en attente" });
      await expect(changes.getByRole("row", { name: /^Nom/ })).toContainText("Nouveau-Nom");
      await check(agent);
      await agent.getByRole("link", { name: "Refuser la modification" }).click();
      await check(agent);
      await agent.getByRole("link", { name: "Revenir au compte" }).click();
      await agent.getByRole("button", { name: "Accepter la modification" }).click();
      await expectDone(agent, "La modification est acceptée.");
      await expect(agent.getByRole("heading", { level: 1 })).toContainText("Nouveau-Nom");
    });
    await Promise.all([citizen.context().close(), agent.context().close()]);
  });

  test(`X23: an administrator suspends an account, and gives it back${how}`, async ({ browser, baseURL }) => {
    test.slow();
    const { id, email } = await addAccount();
    const citizen = await openAs(email, { browser, baseURL, javaScriptEnabled });
    const admin = await openAs(people.admin, { browser, baseURL, javaScriptEnabled });
    await citizen.goto("/espace");
    await expect(citizen).toHaveURL(/\/espace$/);
    await admin.goto(`/admin/comptes/${id}`);
    await admin.getByRole("link", { name: "Suspendre le compte" }).click();
    await check(admin);
    await admin.getByLabel("Motif de la suspension").fill("Usage frauduleux constaté.");
    await admin.getByRole("button", { name: "Suspendre le compte" }).click();
    await expectDone(admin, "Le compte est suspendu");
    await check(admin);
    await citizen.goto("/espace");
    await expect(citizen).toHaveURL(/\/connexion/);
    const { text } = await readMail(citizen, email, "Votre compte est suspendu");
    expect(text).toContain("Usage frauduleux constaté.");
    expect(text).toMatch(/Téléphone/);
    await admin.getByRole("button", { name: "Lever la suspension" }).click();
    await expectDone(admin, "La suspension est levée.");
    await readMail(citizen, email, "La suspension de votre compte est levée");
    expect(await verbsOf(id)).toEqual(expect.arrayContaining(["account.suspended", "account.reinstated"]));
    await Promise.all([citizen.context().close(), admin.context().close()]);
  });
}

test("T11: the settings say whether agents validate accounts, and only administrators open them", async ({
  browser,
  baseURL,
}) => {
  const admin = await openAs(people.admin, { browser, baseURL });
  await admin.goto("/admin/reglages");
  await expect(admin.getByRole("heading", { level: 1, name: "Réglages" })).toBeVisible();
  await expect(admin.getByLabel("Non", { exact: true })).toBeChecked();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Enregistrer" }).click();
  await expectDone(admin, "Les réglages sont enregistrés.");
  await expect(admin.getByLabel("Non", { exact: true })).toBeChecked();
  const agent = await openAs(people.registrar, { browser, baseURL });
  await agent.goto("/admin/reglages");
  await expect(agent).toHaveURL(/\/admin$/);
  await expect(agent.getByRole("link", { name: "Réglages" })).toHaveCount(0);
  await Promise.all([admin.context().close(), agent.context().close()]);
});

test("Q13: the accounts are the agents’ alone, and suspension the administrators’", async ({ browser, baseURL }) => {
  const { id, email } = await addAccount();
  const citizen = await openAs(email, { browser, baseURL });
  const pages = ["", "/refus", "/refus-modification", "/suspension", "/recuperation"].map(
    (act) => `/admin/comptes/${id}${act}`,
  );
  for (const path of ["/admin/comptes", ...pages]) {
    await citizen.goto(path);
    await expect(citizen).toHaveURL(/\/admin\/connexion/);
  }
  const agent = await openAs(people.school, { browser, baseURL });
  await agent.goto(`/admin/comptes/${id}/suspension`);
  await expect(agent).toHaveURL(/\/admin$/);
  expect((await agent.goto(`/admin/comptes/${randomUUID()}`))?.status()).toBe(404);
  expect((await agent.goto("/admin/comptes/rien"))?.status()).toBe(404);
  expect(await verbsOf(id)).toEqual([]);
  await Promise.all([citizen.context().close(), agent.context().close()]);
});
