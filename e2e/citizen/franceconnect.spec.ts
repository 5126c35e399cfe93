import { randomBytes, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  database,
  demoPassword,
  expect,
  expectAccessible,
  followMail,
  freshEmail,
  people as seeded,
  readMail,
  test as base,
} from "../fixtures";
import { press, validate } from "../gestures";
import { startConfiguredPortal, type ConfiguredPortal } from "../franceconnect-portal";

const password = "quatre moulins bleus sautent";
const button = "S’identifier avec FranceConnect";

/** Everybody is somebody new: the provider knows whoever comes, by a name that nobody had before. */
const people: Record<string, { given_name: string; family_name: string; email: string }> = {};

const test = base.extend<object, { portal: ConfiguredPortal }>({
  portal: [
    async ({}, use) => {
      const portal = await startConfiguredPortal(people);
      await use(portal);
      await portal.stop();
    },
    { scope: "worker" },
  ],
});
const configured = test.extend({ baseURL: async ({ portal }, use) => use(portal.site) });

test("X1: nothing of FranceConnect where it is not set", async ({ page, site, request }) => {
  for (const path of ["/", "/connexion", "/inscription"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).not.toContainText("FranceConnect");
  }
  const addresses = ["depart", "retour?code=x&state=y", "sortie", "deconnecte"].map(
    (end) => `/api/auth/franceconnect/${end}`,
  );
  const pages = ["", "/compte", "/inscription", "/confirmer", "/courriel-envoye", "/echec"].map(
    (end) => `/franceconnect${end}`,
  );
  for (const path of [...addresses, ...pages, "/deconnexion/franceconnect", "/espace/compte/franceconnect"])
    expect((await request.get(`${site}${path}`, { maxRedirects: 0 })).status(), path).toBe(404);
});

for (const javaScriptEnabled of [true, false])
  configured.describe(`FranceConnect, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    configured.use({ javaScriptEnabled });
    const check = async (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    configured("X1 F10 F15: an account created with FranceConnect, left there too, opened again", async ({ page }) => {
      configured.slow();
      const person = newPerson();
      for (const path of ["/", "/inscription", "/connexion"]) {
        await page.goto(path);
        await expect(page.getByRole("main").getByRole("link", { name: button })).toBeVisible();
      }
      await check(page);
      await identify(page, person);
      await expect(heading(page, "Vous êtes identifié")).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Zoé Marie Essai");
      expect(page.url(), "no personal datum in an address").not.toContain(person);
      await check(page);

      await page.getByRole("link", { name: "Créer mon compte" }).last().click();
      await page.getByRole("main").getByLabel("Courriel").fill("pas-une-adresse");
      await page.getByRole("button", { name: "Valider" }).last().click();
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(page.getByLabel("Courriel")).toHaveValue("pas-une-adresse");
      await check(page);
      const email = freshEmail();
      await page.getByLabel("Courriel").fill(email);
      await page.getByRole("button", { name: "Valider" }).last().click();
      await expect(heading(page, "Un courriel vous a été envoyé")).toBeVisible();

      await followMail(page, email, "Finalisez", "/inscription/finaliser");
      await expect(page.getByText("FranceConnect sera lié à ce compte")).toBeVisible();
      await expect(page.getByLabel("Prénom")).toHaveValue("Zoé");
      await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Essai");
      await choosePassword(page);
      await expect(heading(page, "Votre compte est créé")).toBeVisible();

      await signOutThere(page);
      await identify(page, person);
      await expect(page).toHaveURL(/\/espace$/);
      await signOutThere(page);
    });

    configured("X1: FranceConnect is linked to an account by its password, then unlinked", async ({ page }) => {
      configured.slow();
      const [email, person] = [await account(), newPerson()];
      await identify(page, person);
      await page.getByRole("link", { name: "J’ai déjà un compte" }).click();
      await expect(page.getByText("Identité confirmée par FranceConnect")).toContainText("Zoé Marie Essai");
      await check(page);
      await signIn(page, email, "un mot de passe qui est faux");
      await expect(page.getByRole("heading", { name: "Il y a un problème" })).toBeVisible();
      await expect(page.getByLabel("Identifiant ou courriel")).toHaveValue(email);
      await signIn(page, email, demoPassword());
      await expect(page.getByText("FranceConnect est lié à votre compte.")).toBeVisible();
      await readMail(page, email, "FranceConnect est lié à votre compte");

      await page.goto("/espace/compte");
      await page.getByRole("main").getByRole("link", { name: "FranceConnect" }).click();
      await expect(page.getByText(/^Lié à votre compte depuis le/)).toBeVisible();
      await check(page);
      await page.getByRole("button", { name: "Délier FranceConnect" }).click();
      await expect(page.getByText("FranceConnect n’est plus lié à votre compte.")).toBeVisible();
      await check(page);

      // The provider's session is still open: it asks nothing and sends back.
      await page.getByRole("main").getByRole("link", { name: button }).click();
      await expect(page.getByText("Identité confirmée par FranceConnect")).toContainText("Zoé Marie Essai");
      await page.getByLabel("Mot de passe actuel").fill(demoPassword());
      await check(page);
      await page.getByRole("button", { name: "Lier FranceConnect à mon compte" }).click();
      await expect(page.getByText("FranceConnect est lié à votre compte.")).toBeVisible();
    });

    configured("X1: « Ce n’est pas moi » forgets the identity, here and at FranceConnect", async ({ page }) => {
      configured.slow();
      const [email, person] = [await account(), newPerson()];
      await identify(page, person);
      await page.getByRole("link", { name: "J’ai déjà un compte" }).click();
      await press(page.getByRole("button", { name: "Ce n’est pas moi" }));
      await page.getByRole("button", { name: "Se déconnecter ici" }).click();
      await expect(page.getByText("Cette identité est oubliée")).toBeVisible();
      await page.goto("/franceconnect/compte");
      await expect(heading(page, "Votre identification a expiré")).toBeVisible();
      expect(
        await database()`select 1 from account_identities i join accounts a on a.id = i.account_id
        where a.email = ${email}`,
      ).toHaveLength(0);
    });

    configured(
      "X1: a mailbox proves the account too, in the browser of the identity alone",
      async ({ page, browser, baseURL, extraHTTPHeaders }) => {
        configured.slow();
        const [email, person] = [await account(), newPerson()];
        await identify(page, person);
        await page.getByRole("link", { name: "J’ai déjà un compte" }).click();
        await page.getByLabel("Courriel de votre compte").fill(email);
        await page.getByRole("button", { name: "Recevoir un lien par courriel" }).click();
        await expect(heading(page, "Consultez votre messagerie")).toBeVisible();
        await check(page);
        await followMail(page, email, "Confirmez le lien", "/franceconnect/confirmer");
        await check(page);

        const elsewhere = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled });
        const other = await elsewhere.newPage();
        await other.goto(page.url());
        await other.getByRole("button", { name: "Valider" }).last().click();
        await expect(other.getByText("Ce navigateur n’est pas celui").first()).toBeVisible();
        await elsewhere.close();

        await page.getByRole("button", { name: "Valider" }).last().click();
        await expect(page.getByText("FranceConnect est lié à votre compte.")).toBeVisible();
      },
    );

    configured(
      "X1: given up there, or answered with what nobody asked: said, and other ways shown",
      async ({ page }) => {
        await page.goto("/connexion");
        await page.getByRole("main").getByRole("link", { name: button }).click();
        await page.getByRole("button", { name: "Annuler" }).click();
        await expect(heading(page, "Vous avez interrompu FranceConnect")).toBeVisible();
        await check(page);
        await page.goto("/api/auth/franceconnect/retour?code=x&state=y");
        await expect(heading(page, "Votre identification a expiré")).toBeVisible();
        await page.goto("/connexion");
        await page.getByRole("main").getByRole("link", { name: button }).click();
        await expect(heading(page, "Fournisseur d’identité d’essai")).toBeVisible();
        await page.goto("/api/auth/franceconnect/retour?code=x&state=y");
        await expect(heading(page, "Votre identité n’est pas confirmée")).toBeVisible();
        await expect(page.getByRole("main").getByRole("link", { name: "Se connecter" })).toBeVisible();
      },
    );
  });

function newPerson(): string {
  const id = randomBytes(8).toString("hex");
  people[id] = { given_name: "Zoé Marie", family_name: "Essai", email: `zoe.${id}@example.org` };
  return id;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

async function identify(page: Page, person: string) {
  await page.goto("/connexion");
  await page.getByRole("main").getByRole("link", { name: button }).click();
  await choose(page, person);
}

/** On the provider's own page. */
async function choose(page: Page, person: string) {
  await page.getByLabel("Personne").fill(person);
  await press(page.getByRole("button", { name: "S’identifier" }));
}

async function signOutThere(page: Page) {
  await page.goto("/deconnexion");
  await press(page.getByRole("main").getByRole("button", { name: "Se déconnecter" }));
  await page.getByRole("button", { name: "Se déconnecter ici" }).click();
  await expect(page.getByText("Vous êtes déconnecté du portail et de FranceConnect.")).toBeVisible();
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
}

async function signIn(page: Page, email: string, secret: string) {
  await page.getByLabel("Identifiant ou courriel").fill(email);
  await page.getByRole("main").getByLabel("Mot de passe", { exact: true }).fill(secret);
  await press(page.getByRole("button", { name: "Lier et me connecter" }));
}

async function choosePassword(page: Page) {
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="passwordConfirmation"]').fill(password);
  await page.getByLabel(/conditions d’utilisation/).check();
  await validate(page);
}

/** An account with a password alone: that of the demonstration, whose hash it takes. */
async function account(): Promise<string> {
  const email = freshEmail();
  const rows = await database()`
    insert into accounts (id, status, email, username, password_hash, first_name, last_name, created_at, activated_at, last_seen_at)
    select ${randomUUID()}, 'active', ${email}, ${email.replace("@", ".")}, password_hash, 'Zoé', 'D’Essai', now(), now(), now()
    from accounts where email = ${seeded.citizen} returning id`;
  expect(rows).toHaveLength(1);
  return email;
}
