import { database, expect, expectAccessible, freshEmail, people, test } from "../fixtures";
import { commence, fillDate, fillInformations, goOn, goOnTo, readNumber, submit } from "./steps";

test("an unlikely place is asked again, and what is not known is said: the demande is filed all the same", async ({
  page,
}) => {
  test.slow();
  const email = freshEmail("inhabituel");
  await page.goto("/demarches/acte-de-naissance");
  await commence(page);
  await goOn(page);
  await fillInformations(page, { firstName: "Andrea", lastName: "Démonstration", email, address: false });
  await page.getByLabel("Adresse", { exact: true }).fill("1 rue des Essais");
  await page.getByLabel("Commune", { exact: true }).fill("Lille");
  await page.getByLabel("Code postal", { exact: true }).fill("80480");
  await goOn(page);
  const doubt = page.getByRole("group", { name: "Vérifiez cette réponse" });
  await expect(doubt).toBeFocused();
  await expect(page).toHaveTitle(/^À vérifier\u00a0: Mes informations/);
  await expect(doubt.getByRole("link", { name: /80480/ })).toBeVisible();
  await expect(page.getByLabel("Commune", { exact: true })).not.toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await goOnTo(page, "Ma demande");

  await page.getByLabel("Copie intégrale").check();
  await page.getByLabel("Nombre d’exemplaires").fill("1");
  await page.getByLabel("C’est mon acte de naissance").check();
  const holder = page.getByRole("group", { name: "Personne dont vous demandez l’acte" });
  await expect(holder.getByLabel("Nom", { exact: true })).toHaveValue("Démonstration");
  await fillDate(page, "Date de naissance", ["4", "3", "1984"]);
  await holder.getByLabel("Commune de naissance").fill("Belleval");
  const parent = page.getByRole("group", { name: "Premier parent" });
  await parent.getByLabel(/^Je ne connais pas cette information/).check();
  await goOnTo(page, "Le récapitulatif");
  await expect(page.getByText("Information non connue").first()).toBeVisible();
  await submit(page, email);
  expect(await readNumber(page)).not.toBe("");
});

test("F88: how many demandes are possible is said; when none is, nothing begins, and a draft is told before it is opened", async ({
  page,
  signIn,
}) => {
  await signIn(people.neighbour);
  await page.goto("/demarches/composteur");
  await expect(page.getByText(/Il reste .+ sur 200/)).toBeVisible();
  await commence(page);
  const [before] = await database()<{ used: number; quota: number }[]>`
    select quota_used as used, quota from demarches where slug = 'composteur'`;
  const setUsed = (used: number) => database()`update demarches set quota_used = ${used} where slug = 'composteur'`;
  await setUsed(before?.quota ?? 0);
  try {
    await page.reload();
    await expect(page.getByText("Cette demande ne peut pas être envoyée aujourd’hui")).toBeVisible();
    await page.goto("/demarches/composteur");
    await expect(page.getByText("Le quota est atteint :", { exact: false })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Commencer/ })).toHaveCount(0);
    const notice = page.getByRole("region", { name: /^Vous avez déjà (un brouillon|des brouillons)/ });
    await expect(notice).toContainText("Vous ne pouvez donc pas l’envoyer aujourd’hui");
  } finally {
    await setUsed(before?.used ?? 0);
  }
});
