import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { database, expect, expectAccessible, followMail, freshEmail, people, readMail, test } from "../fixtures";
import { expectDone, press, signInByForm } from "../gestures";
import { commence, draftId, fillInformations, goOn, goOnTo, readNumber, readyRoadReport, submit } from "./steps";

/** A computer of the town hall, of a library: who comes after finds nothing of who came before. */

const slug = "signalement-voirie";

test("what was filed and begun without account is left by « Quitter », and nobody finds it after", async ({ page }) => {
  test.slow();
  const { number, id } = await file(page, freshEmail("mairie"));
  await expectAccessible(page);
  const draft = await begin(page);
  for (const path of ["/nulle-part", `/demandes/${randomUUID()}/demarche`, "/suivi/2026-AAAA-AAAA/historique"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("region", { name: "Démarche sans compte" }), path).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "Quitter et effacer de cet appareil" }).first().click();
  await expect(page.getByRole("main")).toContainText(number);
  await expect(page.getByText("Ce qui sera supprimé")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Quitter et supprimer le brouillon" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "C’est effacé de cet appareil" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    "Un nouveau lien, demandé avec le numéro et votre courriel, la rouvre",
  );
  await expectAccessible(page);

  await page.goBack();
  await expect(page.getByRole("main"), "the page before tells nothing any more").not.toContainText(number);
  await expectNothing(page, number, [id, draft]);
  const rows = await database()`select id from demandes where id in ${database()([id, draft])}`;
  expect(rows, "what was filed stays with the town, the draft is gone").toEqual([{ id }]);
});

test("a browser that closes takes the key with it, unless its user called the device their own", async ({
  page,
  browser,
}) => {
  const { number, id } = await file(page, freshEmail("bibliotheque"));
  const next = await reopened(page.context(), browser);
  await expectNothing(next, number, [id]);
  await next.context().close();

  await page.goto(`/demandes/${id}/confirmation`);
  await page.getByRole("button", { name: /^Cet appareil est à moi/ }).click();
  await expect(page.getByText("Cette demande reste ouverte ici jusqu’au")).toBeVisible();
  const home = await reopened(page.context(), browser);
  await home.goto("/suivi");
  await home.getByRole("link", { name: new RegExp(number) }).click();
  await expect(home.getByRole("heading", { level: 1, name: `Demande n° ${number}` })).toBeVisible();
  await home.context().close();
});

test("who signs in after takes nothing: they are told, and what is left goes when they sign out", async ({ page }) => {
  const { number, id } = await file(page, freshEmail("accueil"));
  const draft = await begin(page);
  await signInByForm(page, people.neighbour);
  const bar = page.getByRole("region", { name: "Demandes faites sans compte" });
  await expect(bar).toBeVisible();
  for (const path of ["/espace/demandes", "/espace/brouillons", `/demarches/${slug}`]) {
    await page.goto(path);
    await expect(page.getByRole("main")).not.toContainText(number);
    await expect(page.locator(`a[href*="${draft}"]`)).toHaveCount(0);
  }
  expect((await page.goto(`/suivi/${number}/historique`))?.status()).toBe(404);
  expect((await page.goto(`/demandes/${id}/confirmation`))?.status()).toBe(404);
  await page.goto("/espace");
  await bar.getByRole("link", { name: "Les rattacher, si elles sont à vous" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Demandes faites sans compte" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(number);
  await expectAccessible(page);
  await page.goto(`/suivi/${number}/rattacher`);
  await expect(page.getByRole("button", { name: "Rattacher à mon compte" })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/espace");
  await page.getByRole("banner").getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
  await expectNothing(page, number, [id, draft]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the device is called one’s own when the démarche begins, and left by the same page", async ({
    page,
    browser,
  }) => {
    await page.goto(`/demarches/${slug}`);
    const box = page.getByLabel("Cet appareil est à moi");
    await expect(box).not.toBeChecked();
    await box.check();
    await commence(page);
    const id = draftId(page);
    const later = await reopened(page.context(), browser);
    await later.goto(`/demarches/${slug}`);
    await later.getByRole("link", { name: /^Reprendre le brouillon/ }).click();
    await later.getByRole("link", { name: "Quitter et effacer de cet appareil" }).first().click();
    await later.getByRole("button", { name: "Quitter et supprimer le brouillon" }).click();
    await expect(later.getByText("1 brouillon est supprimé")).toBeVisible();
    await later.context().close();
    expect((await page.goto(`/demandes/${id}/demarche`))?.status()).toBe(404);
  });
});

test("F93: the link of the letter leads back as often as it is followed, and elsewhere offers another", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = freshEmail("lien");
  const { number } = await file(page, email);
  const phone = await (await browser.newContext({ baseURL })).newPage();
  const { links } = await readMail(phone, email, number);
  const link = links.find((each) => each.includes("/suivi/ouvrir")) ?? "";
  await page.goto(link);
  await expect(page, "the device that filed it needs no link").toHaveURL(`/suivi/${number}/historique`);

  await phone.goto(link);
  await expect(phone.getByLabel("Cet appareil est à moi")).not.toBeChecked();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Ouvrir ma demande" }).click();
  await expect(phone).toHaveURL(`/suivi/${number}/historique`);
  await phone.goto(link);
  await expect(phone, "the second time, on the same device").toHaveURL(`/suivi/${number}/historique`);
  await phone.goto("/suivi");
  await expect(phone.getByRole("link", { name: new RegExp(number) })).toBeVisible();
  await expectAccessible(phone);
  await phone.context().close();

  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
  await other.getByRole("link", { name: "Recevoir un nouveau lien" }).click();
  await expect(other.getByLabel("Numéro de la demande")).toHaveValue(number);
  await other.context().close();
});

test("a draft with an address is taken up on another device by the link of a letter, and « Quitter » leaves it there", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = freshEmail("brouillon");
  const id = await begin(page);
  await goOn(page);
  await fillInformations(page, { firstName: "Andrea", lastName: "Démonstration", email, address: false });
  await goOnTo(page, "Ma demande");
  await page.goto("/quitter");
  await page.getByRole("link", { name: /^Recevoir d’abord un lien/ }).click();
  await expect(page.getByLabel("Courriel", { exact: true })).toHaveValue(email);
  await expectAccessible(page);
  await page.waitForTimeout(2_100);
  await press(page.getByRole("button", { name: "Recevoir le lien" }));
  await expect(page.getByRole("heading", { level: 1, name: "Un courriel vous a été envoyé" })).toBeVisible();
  await page.goto("/quitter");
  await expect(page.getByText("Ce que vous pourrez reprendre")).toBeVisible();
  await press(page.getByRole("button", { name: "Quitter", exact: true }));
  expect((await page.goto(`/demandes/${id}/demande`))?.status()).toBe(404);
  await page.getByRole("link", { name: "recevez un lien pour la reprendre" }).click();
  await expect(page).toHaveURL(new RegExp(`/demandes/${id}/reprendre$`));

  const phone = await (await browser.newContext({ baseURL })).newPage();
  await followMail(phone, email, "Reprendre votre brouillon", "/suivi/ouvrir");
  await press(phone.getByRole("button", { name: "Ouvrir ma demande" }));
  await expect(phone.getByRole("heading", { level: 1, name: "Ma demande" })).toBeVisible();
  await phone.getByRole("link", { name: "Mes informations", exact: true }).click();
  await expect(phone.getByLabel("Courriel", { exact: true }).first()).toHaveValue(email);
  await phone.context().close();
});

test("F92 F93: a mistyped address is shown once filed, and put right once, before any letter is opened", async ({
  page,
}) => {
  const [wrong, right] = [freshEmail("faute"), freshEmail("juste")];
  const { number, id } = await file(page, wrong);
  await expect(page.getByText(wrong)).toBeVisible();
  await page.getByRole("link", { name: "Corriger le courriel" }).click();
  await expectAccessible(page);
  await page.getByLabel("Courriel", { exact: true }).fill(right);
  await press(page.getByRole("button", { name: "Corriger le courriel" }));
  await expectDone(page, "Votre courriel est corrigé.");
  await expect(page.getByText(right)).toBeVisible();
  await expect(page.getByRole("link", { name: "Corriger le courriel" })).toHaveCount(0);
  expect((await page.goto(`/demandes/${id}/courriel`))?.url()).toMatch(/confirmation$/);
  const { text } = await readMail(page, right, `Accusé de réception de votre demande n° ${number}`);
  expect(text).toContain("/suivi/ouvrir");
  const notice = await readMail(page, wrong, "est corrigée");
  expect(notice.text).not.toContain(right);
});

/** Nothing of who was here before: no page, no list, no file of it. */
async function expectNothing(page: Page, number: string, ids: readonly string[]) {
  for (const path of [`/suivi/${number}/historique`, ...ids.map((id) => `/demandes/${id}/demarche`)])
    expect((await page.goto(path))?.status(), path).toBe(404);
  expect((await page.request.get(`/api/recepisse/${number}`)).status()).toBe(404);
  await page.goto("/suivi");
  await expect(page.getByRole("main")).not.toContainText(number);
  await page.goto(`/demarches/${slug}`);
  await expect(page.getByText("Reprendre le brouillon")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Quitter et effacer de cet appareil" })).toHaveCount(0);
}

/** The browser closed and opened again: what was to last until then is gone. */
async function reopened(context: BrowserContext, browser: Browser): Promise<Page> {
  const kept = (await context.cookies()).filter(({ expires }) => expires !== -1);
  const fresh = await browser.newContext({ baseURL: new URL(context.pages()[0]?.url() ?? "").origin });
  await fresh.addCookies(kept);
  return fresh.newPage();
}

async function begin(page: Page): Promise<string> {
  await page.goto(`/demarches/${slug}`);
  await commence(page);
  return draftId(page);
}

async function file(page: Page, email: string): Promise<{ number: string; id: string }> {
  const id = await readyRoadReport(page, email);
  await submit(page, email);
  return { number: await readNumber(page), id };
}
