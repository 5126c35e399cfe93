import { expect, test, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { draftId, fillCommune, goOnTo, readNumber } from "../citizen/steps";
import { startEmptyPortal, type EmptyPortal } from "../empty-portal";
import { expectDone, fillPasswords, press } from "../gestures";

const password = "quatre moulins bleus sautent";
const [administrator, roads, registry] = ["direction@clairac.test", "voirie@clairac.test", "etat-civil@clairac.test"];
const citizen = "camille@clairac.test";
const published = [
  "Demander une copie d’acte de naissance",
  "Demander une copie d’acte de décès",
  "Signaler un problème dans la rue",
];

let town: EmptyPortal;
test.beforeAll(async () => {
  town = await startEmptyPortal(administrator);
});
test.afterAll(() => town.stop());

test("an empty portal becomes a town’s: its first administrator, services, agents, three démarches, and a citizen answered", async ({
  browser,
}) => {
  const open = async () => (await browser.newContext({ baseURL: town.site })).newPage();
  const [visitor, admin, agent] = [await open(), await open(), await open()];
  let number = "";

  await test.step("whoever comes first reads that nothing is online yet, of a town that has no name", async () => {
    await visitor.goto("/");
    await expect(visitor).toHaveTitle(/Votre commune/);
    await expect(visitor.getByText("Aucune démarche n’est encore en ligne sur ce portail.")).toBeVisible();
    await expect(visitor.getByText("Belleval")).toHaveCount(0);
  });

  await test.step("the first administrator opens the letter of the first start, and signs in", async () => {
    await activate(admin, administrator);
    await expect(admin.getByRole("heading", { level: 1, name: "Ce qui vous attend" })).toBeVisible();
    await expect(left(admin)).toContainText("8\u00a0étapes restent à faire.");
  });

  await test.step("what cannot be done yet says what comes first", async () => {
    await fromHome(admin, "Démarches");
    await expect(admin).toHaveTitle(/^Publier des démarches livrées – /);
    await expect(admin.getByRole("heading", { name: "Aucun service pour y répondre" })).toBeVisible();
    await admin.getByRole("main").getByRole("link", { name: "services", exact: true }).click();
    await expect(admin.getByRole("heading", { name: "Aucun organisme pour l’instant" })).toBeVisible();
    await admin.goto("/admin");
  });

  await test.step("the town says who it is", async () => {
    await left(admin).getByRole("link", { name: "Nom et accueil de la ville" }).click();
    await admin.getByLabel("Ville", { exact: true }).fill("Clairac");
    const reception = admin.getByRole("group", { name: "Accueil" });
    await reception.getByLabel("Nom de l’accueil").fill("Accueil de la mairie");
    await reception.getByLabel("Courriel").fill("mairie@clairac.test");
    await reception.getByLabel("Téléphone").fill("01 99 00 10 00");
    await reception.getByLabel("Adresse postale").fill("1 place de la Mairie\n99100 Clairac");
    await reception.getByLabel("Horaires").fill("Du lundi au vendredi, de 9 h à 17 h");
    const legal = admin.getByRole("group", { name: "Mentions légales" });
    await legal.getByLabel("Éditeur").fill("Commune de Clairac");
    await legal.getByLabel("Direction de la publication").fill("Le maire de Clairac");
    await legal.getByLabel("Hébergeur").fill("Commune de Clairac");
    await legal.getByLabel("Courriel du délégué à la protection des données").fill("dpo@clairac.test");
    await press(admin.getByRole("button", { name: "Enregistrer" }));
    await expect(admin.getByRole("banner")).toContainText("Clairac");
  });

  await test.step("it names itself, then its services", async () => {
    await fromHome(admin, "Services");
    await admin.getByRole("link", { name: "Ajouter un organisme" }).click();
    await admin.getByLabel("Nom", { exact: true }).fill("Ville de Clairac");
    await admin.getByLabel("Ce dont il s’occupe").fill("état civil, voirie");
    await press(admin.getByRole("button", { name: "Ajouter l’organisme" }));
    await expectDone(admin, "L’organisme est ajouté.");
    await addService(admin, { name: "Service de la voirie", known: "Voirie", email: roads });
    await addService(admin, { name: "Service état civil", known: "État civil", email: registry });
  });

  await test.step("it invites its agents, one of whom is at work at once", async () => {
    await invite(admin, {
      email: roads,
      name: "Dominique Essai",
      services: ["Service de la voirie", "Service état civil"],
    });
    await invite(admin, { email: registry, name: "Andrea Essai", services: ["Service état civil"] });
    await activate(agent, roads);
    await expect(agent.getByRole("banner")).toContainText("Service de la voirie");
  });

  await test.step("it publishes three démarches, each for the service that answers to it", async () => {
    await fromHome(admin, "Démarches");
    for (const title of published) await admin.getByLabel(title).check();
    await press(admin.getByRole("button", { name: "Publier" }));
    await expectDone(admin, "3\u00a0démarches");
    for (const title of published) await expect(admin.getByRole("row", { name: title })).toContainText("Publiée");
    await expect(admin.getByRole("row", { name: "Signaler un problème dans la rue" })).toContainText(
      "Service de la voirie",
    );
    await admin.goto("/admin");
    for (const step of [
      "Nom et accueil de la ville",
      "Services",
      "Agents",
      "Démarches",
      "Mentions légales",
      "Courriels",
    ])
      await expect(left(admin).getByRole("listitem").filter({ hasText: step }).first()).toContainText("Fait");
    await expect(left(admin)).toContainText("3\u00a0étapes restent à faire.");
  });

  await test.step("a citizen files a request, and has a letter of the town’s", async () => {
    await visitor.goto("/");
    await expect(visitor).toHaveTitle(/Clairac/);
    await visitor.getByRole("link", { name: "Signaler un problème dans la rue" }).first().click();
    await press(visitor.getByRole("button", { name: /^Commencer/ }).last());
    await expect(visitor.getByRole("heading", { level: 1, name: "La démarche" })).toBeVisible();
    // A hand would take longer than this journey, and the robot check counts.
    const id = draftId(visitor);
    await town.inDatabase(
      (sql) => sql`update demandes set created_at = created_at - interval '1 minute' where id = ${id}`,
    );
    await goOnTo(visitor, "Mes informations");
    await visitor.getByLabel("Prénom", { exact: true }).fill("Camille");
    await visitor.getByLabel("Nom", { exact: true }).fill("Essai");
    await visitor.getByLabel("Courriel", { exact: true }).first().fill(citizen);
    await goOnTo(visitor, "Ma demande");
    await visitor.getByLabel("Chaussée ou trottoir abîmé").check();
    await visitor.getByLabel("Décrivez le problème").fill("Un trou devant le numéro 3.");
    await visitor
      .getByRole("group", { name: /dangereux/ })
      .getByLabel("Non")
      .check();
    await visitor.getByLabel("Adresse", { exact: true }).fill("3 rue des Essais");
    await fillCommune(visitor, "80000", "Amiens");
    await goOnTo(visitor, "Vos documents");
    await goOnTo(visitor, "Le récapitulatif");
    await press(visitor.getByRole("button", { name: "Soumettre la demande" }));
    number = await readNumber(visitor);
    const { text } = await town.letterTo(citizen, number);
    expect(text).toContain("Service de la voirie, Ville de Clairac");
  });

  await test.step("the agent finds it, takes it in charge and answers", async () => {
    await agent.goto("/admin");
    await agent
      .getByRole("main")
      .getByRole("link", { name: new RegExp(number) })
      .click();
    await press(agent.getByRole("button", { name: "Prendre en charge" }));
    await expectDone(agent, "La demande est prise en charge.");
    await press(agent.getByRole("button", { name: "Déclarer complet" }));
    await agent.getByRole("link", { name: "Valider et répondre" }).click();
    await agent.getByRole("textbox", { name: "Réponse" }).fill("Le trou sera rebouché lundi.");
    await press(agent.getByRole("button", { name: "Valider la demande" }));
    await expectDone(agent, "La demande est validée.");
  });

  await test.step("the citizen reads the answer by the link of the letter", async () => {
    const letter = await town.letterTo(citizen, "est acceptée");
    expect(letter.text).toContain("Le trou sera rebouché lundi.");
    await visitor.goto(linkOf(letter.text, "/suivi/"));
    await expect(visitor.getByText("Le trou sera rebouché lundi.").first()).toBeVisible();
  });
});

/** « Avant d’ouvrir le portail », on the page where an administrator arrives. */
const left = (page: Page) => page.getByRole("region", { name: "Avant d’ouvrir le portail" });

async function fromHome(admin: Page, step: string): Promise<void> {
  await admin.goto("/admin");
  await left(admin).getByRole("link", { name: step, exact: true }).click();
}

/** From the letter of an invitation to the desk: a password, a second factor of one's own telephone, the recovery codes, the sign-in. */
async function activate(page: Page, email: string): Promise<void> {
  const { text } = await town.letterTo(email, "Votre compte d’agent");
  await page.goto(linkOf(text, "/admin/invitation"));
  await fillPasswords(page, password);
  await press(page.getByRole("button", { name: "Continuer" }));
  const key = await page.locator("code.setup-secret").innerText();
  const telephone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, "")) });
  await page.getByLabel("Code à 6 chiffres").fill(telephone.generate());
  await press(page.getByRole("button", { name: "Enregistrer le second facteur" }));
  await page.getByRole("button", { name: "J’ai noté mes codes" }).click();
  await expectDone(page, "Votre second facteur est enregistré. Connectez-vous.");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await press(page.getByRole("button", { name: "Continuer" }));
  // The code that was typed has served: a person waits for the next one, which a late clock accepts already.
  await page.getByLabel("Code à 6 chiffres").fill(telephone.generate({ timestamp: Date.now() + 30_000 }));
  await press(page.getByRole("button", { name: "Se connecter" }));
  await expect(page).toHaveURL(/\/admin$/);
}

async function addService(admin: Page, { name, known, email }: { name: string; known: string; email: string }) {
  await fromHome(admin, "Services");
  await admin.getByRole("link", { name: "Créer un service" }).click();
  await admin.getByLabel("Nom", { exact: true }).fill(name);
  await admin.getByLabel("Adresse postale").fill("1 place de la Mairie, 99100 Clairac");
  await admin.getByLabel("Téléphone").fill("01 99 00 10 01");
  await admin.getByLabel("Courriel").fill(email);
  await admin.getByLabel("Démarches livrées auxquelles il répond").selectOption({ label: known });
  await press(admin.getByRole("button", { name: "Créer le service" }));
  await expectDone(admin, "Le service est créé.");
}

async function invite(admin: Page, { email, name, services }: { email: string; name: string; services: string[] }) {
  await fromHome(admin, "Agents");
  await admin.getByRole("link", { name: "Inviter un agent" }).click();
  await admin.getByLabel("Courriel professionnel").fill(email);
  await admin.getByLabel("Prénom et nom").fill(name);
  for (const service of services) await admin.getByLabel(service).check();
  await press(admin.getByRole("button", { name: "Envoyer l’invitation" }));
  await expectDone(admin, "L’invitation est envoyée.");
}

/** The link of a letter, which begins with the address of the town's portal. */
function linkOf(text: string, path: string): string {
  const link = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url).find((url) => url.includes(path));
  expect(link, `a link to ${path}`).toContain(town.site);
  return link ?? "";
}
