import type { Page } from "@playwright/test";
import { commence, fillCommune, goOn, goOnTo, readNumber } from "../citizen/steps";
import { expect } from "../fixtures";

/** Files a copy of a birth certificate as the signed-in citizen, the proof of the link being on paper. Returns its number. */
export async function fileBirthCertificate(page: Page, copies: number): Promise<string> {
  await page.goto("/demarches/acte-de-naissance");
  await commence(page);
  await goOnTo(page, "Mes informations");
  await fill(page, {
    "applicant.address.line": "12 rue des Tilleuls",
  });
  await fillCommune(page, "80000", "Amiens");
  await goOnTo(page, "Ma demande");
  await page.getByLabel("Copie intégrale").check();
  await goOnUntil(page, "acte.relationship");
  await page.getByLabel("Son enfant ou petit-enfant").check();
  await fill(page, {
    "acte.copies": String(copies),
    "personne.holder.firstName": "Jeanne",
    "personne.holder.lastName": "Exemple",
    "personne.holder.birthDate.day": "3",
    "personne.holder.birthDate.month": "4",
    "personne.holder.birthDate.year": "1955",
    "personne.holder.birthPlace": "Belleval",
    "personne.firstParent.firstName": "Marie",
    "personne.firstParent.lastName": "Exemple",
  });
  await goOnTo(page, "Vos documents");
  await page.getByRole("button", { name: /Je fournirai ce document sur papier/ }).click();
  await expect(page.getByText("Vous fournirez ce document sur papier.")).toBeVisible();
  await goOnTo(page, "Le récapitulatif");
  await page.getByRole("button", { name: "Soumettre la demande" }).click();
  return readNumber(page);
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const control = page.locator(`[name="${name}"]:visible`);
    await control.fill(value);
  }
}

/** Without JavaScript, what depends on an answer appears once the step is sent. */
async function goOnUntil(page: Page, name: string): Promise<void> {
  const control = page.locator(`[name="${name}"]:visible`).first();
  const shown = control.waitFor({ timeout: 3_000 }).catch(() => goOn(page));
  await shown;
  await control.waitFor();
}
