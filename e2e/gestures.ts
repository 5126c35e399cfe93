import type { Browser, Locator, Page } from "@playwright/test";
import { demoPassword, expect, openSession } from "./fixtures";

/** What several journeys do in the same way. */
type Opening = { browser: Browser; baseURL: string | undefined; javaScriptEnabled?: boolean };

/** A browser of one's own, where this account is open. */
export async function openAs(email: string, { browser, baseURL, javaScriptEnabled = true }: Opening): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  await openSession(context, baseURL, email);
  return context.newPage();
}

/**
 * Presses what sends a form, and waits for the answer: what the form asked is written then, whatever the page shows. Files and fields
 * saved meanwhile are answered at addresses of their own.
 */
export async function press(button: Locator): Promise<void> {
  const isAnswer = (url: string, method: string) => method === "POST" && !new URL(url).pathname.startsWith("/api/");
  await Promise.all([
    button.page().waitForResponse((answer) => isAnswer(answer.url(), answer.request().method())),
    button.click(),
  ]);
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
  await press(main.getByRole("button", { name: "Se connecter" }));
}

export async function fillPasswords(page: Page, chosen: string, again = chosen): Promise<void> {
  await page.locator('input[name="password"]').fill(chosen);
  await page.locator('input[name="passwordConfirmation"]').fill(again);
}

export async function validate(page: Page): Promise<void> {
  await press(page.getByRole("main").getByRole("button", { name: "Valider" }).last());
}

export async function expectDone(page: Page, message: string | RegExp): Promise<void> {
  await expect(page.getByRole("group", { name: "C’est fait" }).filter({ hasText: message })).toBeVisible();
}
