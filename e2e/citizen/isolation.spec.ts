import { database, expect, expectAccessible, openSession, people, readMail, test } from "../fixtures";
import { press } from "../gestures";
import { freshAccount } from "./own-account";
import { commence, draftId, readyRoadReport, submit } from "./steps";

/** Someone else’s number, an expired link, a link that served: each has its own page, and none tells anything. */

async function numberOf(email: string): Promise<string> {
  const [row] = await database()<{ number: string }[]>`
    select number from demandes join accounts on accounts.id = demandes.account_id
    where accounts.email = ${email} and number is not null limit 1`;
  if (!row) throw new Error(`the seed gives no demande to ${email}`);
  return row.number;
}

test("Q13: somebody else’s demande and a number that does not exist look alike, and the page helps", async ({
  page,
  signIn,
}) => {
  const number = await numberOf(people.citizen);
  const texts: string[] = [];
  for (const each of [number, "2026-0000-0000"]) {
    expect((await page.goto(`/suivi/${each}/historique`))?.status()).toBe(404);
    await expect(
      page.getByRole("heading", { level: 1, name: "Cette demande ne peut pas être ouverte ici" }),
    ).toBeVisible();
    texts.push(await page.getByRole("main").innerText());
  }
  expect(texts[0]).toBe(texts[1]);
  await expectAccessible(page);
  await signIn(people.neighbour);
  for (const path of ["historique", "demande", "demandeur", "pieces", "corriger", "modifier", "annuler"])
    expect((await page.goto(`/espace/demandes/${number}/${path}`))?.status()).toBe(404);
  await expectAccessible(page);
  for (const path of [`/api/recepisse/${number}`, `/api/demandes/${number}/pdf`])
    expect((await page.request.get(path)).status()).toBe(404);
});

test("Q13: a draft begun without account opens on its own device only", async ({ page, browser, baseURL }) => {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  const path = `/demandes/${draftId(page)}/informations`;
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  expect((await other.goto(path))?.status()).toBe(404);
  await expect(
    other.getByRole("heading", { level: 1, name: "Cette demande ne peut pas être ouverte ici" }),
  ).toBeVisible();
  await expectAccessible(other);
  await context.close();
});

test("Q17: a link that was cut says so, and offers another", async ({ page }) => {
  await page.goto(`/suivi/ouvrir?jeton=${"x".repeat(43)}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ce lien n’est pas reconnu" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Recevoir un nouveau lien" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Suivre une demande" })).toBeVisible();
  await expectAccessible(page);
});

test("Q18 F93: the link of the follow-up is asked by number and e-mail; reading its page consumes nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const email = await freshAccount();
  const number = await fileWithout(email);
  await page.goto("/suivi");
  await page.getByLabel("Numéro de la demande").fill(number.toLowerCase());
  await page.getByLabel("Courriel", { exact: true }).fill(email);
  await press(page.getByRole("button", { name: "Recevoir le lien" }));
  const { links } = await readMail(page, email, number);
  const link = links.find((each) => each.includes("/suivi/ouvrir")) ?? "";
  for (let read = 0; read < 3; read += 1) await page.request.get(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Ouvrir ma demande" }).click();
  await expect(page).toHaveURL(`/suivi/${number}/historique`);
  const late = await browser.newPage({ baseURL });
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
  await late.close();

  await test.step("what the service asks for is corrected by the same link", async () => {
    await database()`update demandes set status = 'incomplete', status_reason = 'Précisez le lieu.' where number = ${number}`;
    await page.goto(`/suivi/${number}/corriger`);
    await expect(page.getByRole("heading", { level: 1, name: "Compléter ma demande" })).toBeVisible();
    await expectAccessible(page);
    await database()`update demandes set status = 'pending', status_reason = null where number = ${number}`;
    await page.goto(`/suivi/${number}/historique`);
  });

  await test.step("F95: it joins the account of the person who signs in, whose address it has", async () => {
    await page.getByRole("link", { name: "Rattacher à mon compte" }).click();
    await expect(page).toHaveURL(/\/connexion/);
    await openSession(page.context(), baseURL, email);
    await page.goto(`/suivi/${number}/rattacher`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Rattacher à mon compte" }).click();
    await expect(page).toHaveURL(`/espace/demandes/${number}/historique`);
  });

  await test.step("whoever follows it by its link may take it back from that account", async () => {
    await page.context().clearCookies({ name: "parvis_session" });
    await page.goto(`/suivi/${number}/retirer`);
    await expect(page.getByRole("heading", { level: 1, name: "Retirer la demande de ce compte ?" })).toBeVisible();
    await expectAccessible(page);
  });

  /** Filed by the pages, in a browser of its own. */
  async function fileWithout(address: string): Promise<string> {
    const filer = await browser.newPage({ baseURL });
    const id = await readyRoadReport(filer, address);
    await submit(filer, address);
    await expect(filer).toHaveURL(/confirmation/);
    const [row] = await database()<{ number: string }[]>`select number from demandes where id = ${id}`;
    await filer.close();
    return row?.number ?? "";
  }
});
