import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  database,
  demoPassword,
  expect,
  expectAccessible,
  followMail,
  freshEmail,
  people,
  readMail,
  robotCodeSentTo,
  test,
} from "../fixtures";
import { fillPasswords, fillSignIn, press, validate } from "../gestures";
import { commence, fillInformations, goOn, goOnTo, sendRoadReport } from "./steps";

const password = "quatre moulins bleus sautent";
const second = "cinq renards verts dansent";

for (const javaScriptEnabled of [true, false])
  test.describe(`getting in, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test("F11 F21 F30 F35 F56 F57 F58 F60 F65 F72 F75 F127: a professional account first", async ({ page }) => {
      test.slow();
      const email = freshEmail("pro");
      await page.goto("/inscription");
      await expect(page.getByText("Sans courriel, il n’est pas possible de créer un compte.")).toBeVisible();
      await page.getByLabel("Usage professionnel").check();
      await expect(page.getByText(/prénom, nom et mobile restent les vôtres/)).toBeVisible();
      await page.getByText("Pourquoi vérifions-nous que vous êtes une personne").click();
      await expect(
        page.getByText("créent en masse des comptes ou des demandes totalement artificielles"),
      ).toBeVisible();
      await expect(page.getByRole("main").locator("img, audio"), "no puzzle").toHaveCount(0);
      await sendInvitation(page, email);
      await expect(page.getByText("Si l’adresse est fausse, ou si vous ne l’utilisez plus")).toBeVisible();
      await expect(page.getByRole("link", { name: "Recommencer l’inscription" })).toHaveAttribute(
        "href",
        "/inscription",
      );

      await page.goto("/connexion");
      await fillSignIn(page, email, password);
      await expect(page.getByText("n’est pas le bon", { exact: false }).first(), "not before activation").toBeVisible();

      await followMail(page, email, "Finalisez", "/inscription/finaliser");
      await page.getByLabel("Prénom").fill("Dominique");
      await page.getByLabel("Nom", { exact: true }).fill("L’Atelier");
      for (const [weak, sentence] of [
        ["Summer2026!!!!", "trop facile à deviner"],
        ["dominique chante", "ni votre nom"],
      ] as const) {
        await fillPasswords(page, weak);
        await validate(page);
        await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
        await expect(
          page.getByText("Cochez la case pour accepter les conditions d’utilisation.").first(),
        ).toBeVisible();
        await page.getByLabel(/conditions d’utilisation/).check();
        await fillPasswords(page, weak);
        await validate(page);
        await expect(page.getByText(sentence, { exact: false }).first()).toBeVisible();
        await page.getByLabel(/conditions d’utilisation/).uncheck();
      }
      await page.getByLabel(/conditions d’utilisation/).check();
      await fillPasswords(page, password);
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Votre compte est créé" })).toBeVisible();
      await expect(page.getByText("Votre compte est professionnel")).toBeVisible();
      await expect(page.getByRole("link", { name: "Choisir un autre identifiant" })).toBeVisible();
      const { text } = await readMail(page, email, "Votre compte est créé");
      expect(text).toMatch(/dominique\.l-atelier\d*/);
      expect(await senderOf(email)).toMatch(/^Ville de |démarches|Belleval/i);

      await page.goto("/aide#verification-robot");
      await expect(page.getByText("ni de version sonore à écouter")).toBeVisible();
    });

    test("F38: the box of the home page comes back with what was typed and the error, then opens", async ({ page }) => {
      test.slow();
      const { email } = await account();
      await page.goto("/");
      await fillSignIn(page, email, "ce n’est pas le mot de passe");
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(page.getByRole("main").getByLabel("Identifiant ou courriel")).toHaveValue(email);
      await expect(page.locator('input[name="password"]')).toHaveValue("");
      await check(page);
      await fillSignIn(page, email);
      await expect(page).toHaveURL(/\/espace$/);
    });

    test("F66 F124: a link signs in without a password, once, and comes back to the page asked for", async ({
      page,
    }) => {
      test.slow();
      const { email } = await account();
      await page.goto("/espace/compte/identifiant");
      await page.getByRole("link", { name: "Me connecter par un lien, sans mot de passe" }).click();
      await check(page);
      await page.getByLabel("Identifiant ou courriel").fill(email);
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Consultez votre messagerie" })).toBeVisible();
      await check(page);
      await followMail(page, email, "lien de connexion", "/connexion/ouvrir");
      const link = page.url();
      await page.goto(link);
      await check(page);
      await page.getByRole("button", { name: "Me connecter" }).click();
      await expect(page).toHaveURL(/\/espace\/compte\/identifiant$/);

      await page.goto("/deconnexion");
      await press(page.getByRole("main").getByRole("button", { name: "Se déconnecter" }));
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: "Ce lien a déjà servi" })).toBeVisible();
      await check(page);
    });

    test("F32 F64 F71: the identifiant is chosen, refused when taken, mailed when lost", async ({
      page,
      context,
      site,
    }) => {
      test.slow();
      const [one, other] = [await account(), await account()];
      await enter(page, one.email);
      await page.goto("/espace/compte/identifiant");
      await check(page);
      for (const [typed, sentence] of [
        [other.username, "Cet identifiant est déjà pris : choisissez-en un autre."],
        ["prénom@nom", "Utilisez seulement des lettres sans accent"],
      ] as const) {
        await page.getByLabel("Nouvel identifiant").fill(typed);
        await validate(page);
        await expect(page.getByText(sentence, { exact: false }).first()).toBeVisible();
        await expect(page.getByLabel("Nouvel identifiant")).toHaveValue(typed);
      }
      await check(page);
      const chosen = `Mon-Nom.${one.username.slice(-8)}`;
      await page.getByLabel("Nouvel identifiant").fill(chosen);
      await validate(page);
      await expect(page.getByText("Votre identifiant est modifié.", { exact: false })).toBeVisible();
      expect((await readMail(page, one.email, "identifiant a été modifié")).text).toContain(chosen.toLowerCase());

      await context.clearCookies();
      await page.goto(`${site}/identifiant-oublie`);
      await page.getByLabel("Courriel", { exact: true }).fill(one.email);
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Consultez votre messagerie" })).toBeVisible();
      expect((await readMail(page, one.email, /^Votre identifiant$/)).text).toContain(chosen.toLowerCase());
      await page.goto("/connexion");
      await fillSignIn(page, chosen);
      await expect(page).toHaveURL(/\/espace$/);
    });

    test("F125: the old address puts itself back, and shuts out who had changed it", async ({ page, context }) => {
      test.slow();
      const { email } = await account();
      const next = freshEmail("nouveau");
      await enter(page, email);
      await page.goto("/espace/compte/courriel");
      await page.getByLabel("Nouveau courriel").fill(next);
      await page.getByLabel("Mot de passe actuel").fill(demoPassword());
      await validate(page);
      await followMail(page, next, "Confirmez", "/courriel/confirmer");
      await validate(page);
      await expect(page.getByText("Votre nouveau courriel est confirmé.", { exact: false })).toBeVisible();

      await followMail(page, email, "a été modifié", "/courriel/retablir");
      await expect(page.getByRole("main")).toContainText(email);
      await expect(page.getByRole("main")).not.toContainText(next);
      await check(page);
      await page.getByRole("button", { name: "Rétablir mon courriel" }).click();
      await expect(page.getByText("toutes les connexions sont fermées", { exact: false })).toBeVisible();
      await page.goto("/espace");
      await expect(page, "the session is over").toHaveURL(/\/connexion\?retour=/);
      await readMail(page, next, "n’est plus celle du compte");
      await followMail(page, email, "choisissez un nouveau mot de passe", "/mot-de-passe/nouveau");
      await fillPasswords(page, second);
      await validate(page);
      await context.clearCookies();
      await page.goto("/connexion");
      await fillSignIn(page, email, second);
      await expect(page).toHaveURL(/\/espace$/);
    });

    test("F18 F33: the demande first, the account on the way, and the two joined", async ({ page }) => {
      test.slow();
      const email = freshEmail("en-chemin");
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      await goOn(page);
      await fillInformations(page, { firstName: "Sacha", lastName: "Démonstration", email, address: false });
      const wants = page.getByRole("group", { name: /Souhaitez-vous suivre cette demande dans un compte/ });
      await wants.getByLabel("Oui").check();
      await goOnTo(page, "Ma demande");
      const number = await sendRoadReport(page, "Oui", email);

      await followMail(page, email, "Finalisez", "/inscription/finaliser");
      await page.getByLabel("Prénom").fill("Sacha");
      await page.getByLabel("Nom", { exact: true }).fill("Démonstration");
      await fillPasswords(page, password);
      await page.getByLabel(/conditions d’utilisation/).check();
      await validate(page);
      await expect(page.getByRole("heading", { level: 1, name: "Votre compte est créé" })).toBeVisible();
      await expect(page.getByRole("banner").getByText("Sacha Démonstration")).toBeVisible();
      await page.getByRole("link", { name: "Ouvrir ma demande" }).click();
      await expect(page).toHaveURL(`/espace/demandes/${number}/historique`);
    });
  });

test("F56: a password can be pasted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/connexion");
  const main = page.getByRole("main");
  await main.getByLabel("Identifiant ou courriel").fill(password);
  await main.getByLabel("Identifiant ou courriel").press("ControlOrMeta+a");
  await main.getByLabel("Identifiant ou courriel").press("ControlOrMeta+c");
  await main.getByLabel("Mot de passe", { exact: true }).press("ControlOrMeta+v");
  await expect(main.getByLabel("Mot de passe", { exact: true })).toHaveValue(password);
});

/** An account of one's own, active, with the password of the demonstration: to get in, without the cost of an inscription. */
async function account() {
  const id = randomUUID();
  const email = freshEmail("entrer");
  const username = `entrer-${id.slice(0, 8)}`;
  const now = new Date();
  const rows = await database()`
    insert into accounts (id, status, email, username, password_hash, first_name, last_name, created_at, activated_at, wallet_key)
    select ${id}, 'active', ${email}, ${username}, password_hash, 'Zoé', 'D’Essai', ${now}, ${now}, wallet_key
    from accounts where email = ${people.citizen} returning id`;
  expect(rows).toHaveLength(1);
  return { email, username };
}

async function enter(page: Page, email: string) {
  await page.goto("/connexion");
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/espace$/);
}

/** Sends the first step; without JavaScript a code by e-mail replaces the check (T15). */
async function sendInvitation(page: Page, email: string) {
  await page.getByLabel("Courriel", { exact: true }).fill(email);
  // The check asks for two seconds.
  await page.waitForTimeout(2_100);
  await validate(page);
  const code = page.getByLabel("Code reçu par courriel");
  const sent = page.getByRole("heading", { name: "Un courriel vous a été envoyé" });
  await expect(code.or(sent)).toBeVisible();
  if (!(await code.isVisible())) return;
  await expect(page.getByLabel("Usage professionnel")).toBeChecked();
  await code.fill(await robotCodeSentTo(email));
  await validate(page);
  await expect(sent).toBeVisible();
}

async function senderOf(email: string): Promise<string> {
  const [letter] = await database()<{ sender: string }[]>`
    select sender from mailbox where recipient = ${email} order by sent_at desc limit 1`;
  return letter?.sender ?? "";
}
