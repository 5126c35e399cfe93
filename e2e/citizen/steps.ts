import type { Page } from "@playwright/test";
import { database, expect, robotCodeSentTo } from "../fixtures";
import { press } from "../gestures";

/** What a person does in the five steps, in their words; the same with and without JavaScript. */

/** From the home page to the first step. */
export async function startFromHome(page: Page, words: string, demarche: string): Promise<void> {
  await page.goto("/");
  const search = page.getByRole("search");
  await search.getByRole("searchbox").fill(words);
  await search.getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/\/(recherche|demarches)\?/);
  await page.getByRole("link", { name: demarche }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: demarche })).toBeVisible();
  await commence(page);
}

/** « Commencer », at the page of a démarche. */
export async function commence(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Commencer/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/demandes\/[0-9a-f-]{36}\/demarche$/);
  await expect(page.getByRole("heading", { level: 1, name: "La démarche" })).toBeVisible();
  await begunAMinuteAgo(page);
}

/** Journeys fill faster than a hand would, and the robot check counts from the beginning of the draft that this page shows. */
export async function begunAMinuteAgo(page: Page): Promise<void> {
  await database()`update demandes set created_at = created_at - interval '1 minute' where id = ${draftId(page)}`;
}

/** Identifier of the demande of the step that is shown. */
export function draftId(page: Page): string {
  return /\/demandes\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

export async function goOn(page: Page): Promise<void> {
  const next = page.getByRole("link", { name: "Continuer", exact: true });
  if ((await next.count()) > 0) await next.click();
  else await press(page.getByRole("button", { name: "Continuer", exact: true }));
}

/** Goes on, and waits for the step that follows: a second press before it shows would be swallowed with the first. */
export async function goOnTo(page: Page, step: string): Promise<void> {
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: step })).toBeVisible();
}

export type Identity = { firstName: string; lastName: string; email: string; address?: boolean };

/** « Mes informations », for who has no account. */
export async function fillInformations(
  page: Page,
  { firstName, lastName, email, address = true }: Identity,
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Mes informations" })).toBeVisible();
  await page.getByLabel("Prénom", { exact: true }).fill(firstName);
  await page.getByLabel("Nom", { exact: true }).fill(lastName);
  await page.getByLabel("Courriel", { exact: true }).first().fill(email);
  if (!address) return;
  await page.getByLabel("Adresse", { exact: true }).fill("1 place du Parvis");
  await fillCommune(page, "80000", "Amiens");
}

/** With JavaScript a known postal code turns a commune that is still empty into a list. */
export async function fillCommune(page: Page, postalCode: string, commune: string): Promise<void> {
  const field = page.getByLabel("Commune", { exact: true });
  const held = await field.inputValue();
  await page.getByLabel("Code postal", { exact: true }).fill(postalCode);
  const list = field.and(page.locator("select"));
  if ((await hasScripts(page)) && (held === "" || (await list.count()) > 0)) await list.selectOption(commune);
  else await field.fill(commune);
}

/** Whether this browser runs scripts at all, even before those of the page have started. */
async function hasScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia("(scripting: enabled)").matches);
}

/** The three boxes of a date. */
export async function fillDate(
  page: Page,
  label: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole("group", { name: label });
  await group.getByLabel("Jour").fill(day);
  await group.getByLabel("Mois").fill(month);
  await group.getByLabel("Année").fill(year);
}

/** The number shown by the confirmation. */
export async function readNumber(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: "Votre demande est enregistrée" })).toBeVisible();
  const text = await page
    .getByText(/^20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .textContent();
  return text?.trim() ?? "";
}

/** A page of a real PDF, small and harmless. */
export function smallPdf(name = "piece.pdf") {
  const body =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n" +
    "0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n168\n%%EOF\n";
  return { name, mimeType: "application/pdf", buffer: Buffer.from(body, "latin1") };
}

/** « Soumettre la demande »; `email`: of who has no account. */
export async function submit(page: Page, email?: string): Promise<void> {
  await press(page.getByRole("button", { name: "Soumettre la demande" }));
  if (email) await giveCode(page, email);
}

/** The code of the robot check, where it was asked: always without JavaScript, else when the proof was not found in time. */
export async function giveCode(page: Page, email: string): Promise<void> {
  const code = page.getByLabel("Code reçu par courriel");
  await expect(code.or(page.getByRole("heading", { level: 1, name: "Votre demande est enregistrée" }))).toBeVisible();
  if (!(await code.isVisible())) return;
  await code.fill(await robotCodeSentTo(email));
  await press(page.getByRole("button", { name: "Soumettre la demande" }));
}

/** From « Ma demande » of a hole in the street to its number. `email`: of who has no account. */
export async function sendRoadReport(page: Page, isDangerous: "Oui" | "Non", email?: string): Promise<string> {
  await page.getByLabel("Chaussée ou trottoir abîmé").check();
  await page.getByLabel("Décrivez le problème").fill("Un trou devant le numéro 3.");
  await page
    .getByRole("group", { name: /dangereux/ })
    .getByLabel(isDangerous)
    .check();
  await page.getByLabel("Adresse", { exact: true }).fill("3 rue des Essais");
  await fillCommune(page, "80000", "Amiens");
  await goOnTo(page, "Vos documents");
  await goOnTo(page, "Le récapitulatif");
  await submit(page, email);
  return readNumber(page);
}

/** What « Ma demande » of a hole in the street is told. */
export const roadReport = {
  probleme: { kind: "road", description: "Un trou dans la chaussée.", isDangerous: true },
  lieu: { address: { line: "1 place du Parvis", postalCode: "80000", commune: "Amiens" } },
};

/** The recap of a report of a hole in the street, begun without account and filled in the database. */
export async function readyRoadReport(page: Page, email: string): Promise<string> {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  const id = draftId(page);
  const answers = { applicant: { firstName: "Andrea", lastName: "Démonstration", email }, ...roadReport };
  await database()`update demande_revisions set answers = ${database().json(answers)} where demande_id = ${id}`;
  await page.goto(`/demandes/${id}/recapitulatif`);
  return id;
}
