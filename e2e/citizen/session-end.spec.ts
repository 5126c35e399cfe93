import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, people, test } from "../fixtures";
import { fillSignIn, signInByForm, validate } from "../gestures";
import { addSession, endSessions, freshAccount, saved } from "./own-account";

test.describe("the end of a session", () => {
  test("is announced with the focus inside, put off by one key, and loses nothing when it comes", async ({
    page,
    signIn,
  }) => {
    test.slow();
    const email = await freshAccount();
    await signIn(email);
    await page.clock.install();
    await moveEnd(email, { idle: "140 seconds", absolute: "6 hours" });
    await page.goto("/espace/compte/donnees/identite");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Vous allez être déconnecté");
    await expect(dialog.getByRole("button", { name: "Rester connecté" })).toBeFocused();
    await expectAccessible(page);
    await database()`
      update account_sessions set last_seen_at = now() - interval '5 minutes'
      where account_id = (select id from accounts where email = ${email})`;
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    const [row] = await database()<{ isLater: boolean }[]>`
      select idle_expires_at > now() + interval '29 minutes' as "isLater" from account_sessions
      where account_id = (select id from accounts where email = ${email})`;
    expect(row?.isLater).toBe(true);

    await page.getByLabel("Nom", { exact: true }).fill("Resté-Là");
    await endSessions(email);
    await page.clock.fastForward("30:10");
    await expect(dialog).toContainText("Ce que vous avez saisi est resté sur cette page.");
    const opened = page.waitForEvent("popup");
    await dialog.getByRole("link", { name: "Se connecter" }).click();
    await signInByForm(await opened, email);
    await (await opened).close();
    const back = dialog.getByRole("button", { name: "Revenir à ma page" });
    if (await back.isVisible()) await back.click();
    await validate(page);
    await expect(page.getByText(saved)).toBeVisible();
    await expect(page.getByRole("region", { name: "Identité" })).toContainText("Resté-Là");
  });

  test("leads to the sign-in page, and back, where nothing was typed", async ({ page, signIn }) => {
    const email = await freshAccount();
    await signIn(email);
    await page.clock.install();
    await moveEnd(email, { idle: "20 minutes", absolute: "6 hours" });
    await page.goto("/espace/compte/connexions");
    await endSessions(email);
    // Again if the page was not counting yet.
    await expect(async () => {
      await page.clock.fastForward("20:10");
      await expect(page.getByRole("region", { name: "Votre session a pris fin" })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await fillSignIn(page, email);
    await expect(page).toHaveURL(/\/espace\/compte\/connexions$/);
  });

  test("is not offered to be put off at the longest that a session may last", async ({ page, signIn }) => {
    const email = await freshAccount();
    await signIn(email);
    await moveEnd(email, { idle: "100 seconds", absolute: "100 seconds" });
    await page.goto("/espace/compte");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("ne peut plus être prolongée");
    await expect(dialog.getByRole("button", { name: "Rester connecté" })).toHaveCount(0);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
  });

  test("« Se déconnecter » in the dialog ends the session, an agent’s too", async ({ page, signIn, signInAgent }) => {
    const email = await freshAccount();
    await signIn(email);
    await moveEnd(email, { idle: "100 seconds", absolute: "6 hours" });
    await page.goto("/espace/compte");
    const signOut = page.getByRole("dialog").getByRole("button", { name: "Se déconnecter" });
    await signOut.click();
    await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
    const [row] = await database()<{ left: string }[]>`
      select count(*) as left from account_sessions
      where account_id = (select id from accounts where email = ${email})`;
    expect(Number(row?.left)).toBe(0);

    await signInAgent(people.registrar);
    const cookie = (await page.context().cookies()).find(({ name }) => name === "parvis_agent");
    const hash = createHash("sha256")
      .update(cookie?.value ?? "")
      .digest("hex");
    await database()`
      update agent_sessions set idle_expires_at = now() + interval '100 seconds' where token_hash = ${hash}`;
    await page.goto("/admin");
    await signOut.click();
    await expect(page).toHaveURL(/\/admin\/connexion$/);
    await page.goto("/admin");
    await expect(page).toHaveURL(/\/admin\/connexion\?/);
  });

  test("another person’s connection is not found", async ({ page, signIn }) => {
    const [email, neighbour] = [await freshAccount(), await freshAccount()];
    await signIn(email);
    await addSession(email);
    const theirs = await addSession(neighbour);
    await page.goto("/espace/compte/connexions");
    await page.locator('input[name="sessionId"]').evaluate((box: HTMLInputElement, id) => (box.value = id), theirs);
    await page.getByRole("button", { name: /^Fermer : / }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rien à cette adresse dans votre espace");
    const rows = await database()`select id from account_sessions where id = ${theirs}`;
    expect(rows).toHaveLength(1);
  });
});

test("F20 F85: a rubric is edited by keyboard alone", async ({ page, signIn }) => {
  const email = await freshAccount();
  await signIn(email);
  await page.goto("/espace/compte/donnees");
  await tabTo(page, "Modifier : Identité");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Modifier votre identité");
  await tabTo(page, "Prénom");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Léonie");
  await tabTo(page, "Valider");
  await page.keyboard.press("Enter");
  await expect(page.getByText(saved)).toBeVisible();
  await expect(page.getByRole("region", { name: "Identité" })).toContainText("Léonie");
});

async function moveEnd(email: string, { idle, absolute }: { idle: string; absolute: string }) {
  await database()`
    update account_sessions set idle_expires_at = now() + ${idle}::interval, expires_at = now() + ${absolute}::interval,
      last_seen_at = now()
    where account_id = (select id from accounts where email = ${email})`;
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string) {
  const current = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return [element?.textContent, ...labels.map(({ textContent }) => textContent)].join(" ").trim();
    });
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await current()).replace(/\s+/g, " ").includes(name.replace(/\s+/g, " "))) return;
  }
  throw new Error(`the keyboard never reaches « ${name} »`);
}
