import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, openSession, people, readMail, test } from "../fixtures";
import { press } from "../gestures";
import { freshAccount } from "./own-account";
import { commence, fillDate, goOnTo } from "./steps";

const part = (page: Page, name: string) => page.locator(`[name="adresse.${name}"]:visible`);

/** A postal code known to the portal turns a commune that is still empty into a list. */
async function fillNewAddress(page: Page): Promise<void> {
  await part(page, "after.line").fill("2 place des Essais");
  await part(page, "after.postalCode").fill("80000");
  await part(page, "after.commune").and(page.locator("select")).selectOption("Amiens");
}

async function addressOf(email: string): Promise<string | null> {
  const [row] = await database()<
    { line: string | null }[]
  >`select address_line as line from accounts where email = ${email}`;
  return row?.line ?? null;
}

test("F110: each service that is ticked has the demande in its queue, and the account its new address", async ({
  page,
  browser,
  baseURL,
  signIn,
}) => {
  test.slow();
  const email = await freshAccount();
  await database()`update accounts set address_line = '8 rue des Tilleuls', postal_code = '80000', commune = 'Amiens' where email = ${email}`;
  await signIn(email);
  let numbers: Record<string, string> = {};

  await test.step("the old address is filled, and what nobody reads is not offered", async () => {
    await page.goto("/demarches/changement-d-adresse");
    await commence(page);
    await goOnTo(page, "Mes informations");
    await goOnTo(page, "Ma demande");
    await expect(part(page, "before.line")).toHaveValue("8 rue des Tilleuls");
    await expect(page.getByRole("checkbox", { name: "Bibliothèques" })).toHaveCount(0);
    await expect(page.getByText(/Bibliothèques.* ne reçoit pas de demande par le portail/)).toBeVisible();
    await fillNewAddress(page);
    await fillDate(page, "À partir du", ["1", "10", "2026"]);
    await page.getByRole("checkbox", { name: "École, cantine et accueil de loisirs" }).check();
    await page.getByRole("checkbox", { name: "Stationnement" }).check();
    await page.getByLabel("Nombre de personnes qui déménagent").fill("2");
    await goOnTo(page, "Vos documents");
    await press(page.getByRole("button", { name: /Je fournirai ce document sur papier/ }));
    await expect(page.getByText("Vous fournirez ce document sur papier.")).toBeVisible();
    await goOnTo(page, "Le récapitulatif");
  });

  await test.step("the summary names both services, and the account changes only where it is asked", async () => {
    await expect(page.getByRole("main")).toContainText("Service scolarité et enfance");
    await expect(page.getByRole("main")).toContainText("Service stationnement");
    const box = page.getByRole("checkbox", { name: "Mettre à jour aussi l’adresse de mon compte" });
    await expect(box).not.toBeChecked();
    await expectAccessible(page);
    await box.check();
    await press(page.getByRole("button", { name: "Soumettre la demande" }));
    await expect(page.getByRole("heading", { level: 1, name: /^Vos 2 demandes sont enregistrées$/ })).toBeVisible();
    await expect(page.getByText("L’adresse de votre compte est à jour.")).toBeVisible();
    expect(await addressOf(email)).toBe("2 place des Essais");
    await expectAccessible(page);
    const items = await page.getByRole("listitem").filter({ hasText: "Demande n°" }).allInnerTexts();
    numbers = Object.fromEntries(
      items.map((text) => [text.split("\n")[0] ?? "", /20\d\d-\w{4}-\w{4}/.exec(text)?.[0] ?? ""]),
    );
    expect(Object.keys(numbers)).toEqual(["Service scolarité et enfance", "Service stationnement"]);
  });

  const [school = "", parking = ""] = Object.values(numbers);
  await test.step("« Mes demandes » and each follow-up show both", async () => {
    await page.goto("/espace/demandes");
    for (const [service, number] of Object.entries(numbers))
      await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText(service);
    await page.goto(`/espace/demandes/${school}/historique`);
    const others = page.getByRole("region", { name: "Vos autres demandes du même envoi" });
    await expect(others.getByRole("link")).toHaveAttribute("href", `/espace/demandes/${parking}/historique`);
    await expectAccessible(page);
  });

  await test.step("one letter carries both numbers", async () => {
    const { text } = await readMail(page, email, "Accusé de réception de vos");
    expect(text).toContain(school);
    expect(text).toContain(parking);
  });

  await test.step("the agents of each service find their own, and only theirs", async () => {
    for (const [agent, number] of [
      [people.school, school],
      [people.admin, parking],
    ] as const) {
      const context = await browser.newContext();
      await openSession(context, baseURL, agent);
      const office = await context.newPage();
      await office.goto(`/admin/demandes/${number}`);
      await expect(office.getByRole("heading", { level: 1 })).toContainText(number);
      await office.goto("/admin/demandes");
      await expect(office.getByText(number).first()).toBeVisible();
      await context.close();
    }
    const context = await browser.newContext();
    await openSession(context, baseURL, people.school);
    const answer = await context.request.get(`/admin/demandes/${parking}`);
    expect(answer.status()).toBe(404);
    await context.close();
  });
});
