import type { Browser, Page } from "@playwright/test";
import { demoPassword, expect, openSession } from "./fixtures";

/** What several journeys do in the same way. */
type Opening = { browser: Browser; baseURL: string | undefined; javaScriptEnabled?: boolean };

/** A browser of one's own, where this account is open. */
export async function openAs(email: string, { browser, baseURL, javaScriptEnabled = true }: Opening): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  await openSession(context, baseURL, email);
  return context.newPage();
}

/** Signs in by the form, as far as the space. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/espace/);
}

/** On the sign-in page; whether it lets in is the journey's to say. */
export async function fillSignIn(page: Page, identifier: string, secret = demoPassword()): Promise<void> {
  const main = page.getByRole("main");
  await main.getByLabel("Identifiant ou courriel").fill(identifier);
  await main.getByLabel("Mot de passe", { exact: true }).fill(secret);
  await main.getByRole("button", { name: "Se connecter" }).click();
}

export async function fillPasswords(page: Page, chosen: string, again = chosen): Promise<void> {
  await page.locator('input[name="password"]').fill(chosen);
  await page.locator('input[name="passwordConfirmation"]').fill(again);
}

export async function validate(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Valider" }).last().click();
}

export async function expectDone(page: Page, message: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
}
