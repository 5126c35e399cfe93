import { setTimeout as sleep } from "node:timers/promises";
import { freshAccount } from "../citizen/own-account";
import { awaitLetter, database, demoPassword, expect, freshEmail, people, robotCodeSentTo } from "../fixtures";
import { begin, fileReport } from "./filing";
import { test } from "./test";
import { named, textOf } from "./visitor";

const password = "quatre moulins bleus sautent";

test("F10 F12 F13 F14 F15 F17 F18 F19 F58: from the address to the account, with nothing but words", async ({
  arrive,
}) => {
  const visitor = await arrive();
  const email = freshEmail("mots");
  await (await visitor.open("/")).follow("Créer mon compte");
  visitor.fill({ Courriel: email });
  // Who answers in less than two seconds is no person (T15).
  await sleep(2_100);
  await visitor.press("Valider");
  visitor.fill({ "Code reçu par courriel": await robotCodeSentTo(email) });
  await visitor.press("Valider");
  expect(visitor.title).toBe("Un courriel vous a été envoyé");
  for (const words of [
    email,
    "plusieurs minutes",
    "courriers indésirables",
    "à vos contacts",
    "Recommencer l’inscription",
  ])
    expect(visitor.words).toContain(words);

  const { text } = await awaitLetter(email, "Finalisez");
  const [sender] = await database()<
    { sender: string }[]
  >`select sender from mailbox where recipient = ${email} limit 1`;
  expect(sender?.sender).toMatch(/^"?portail usager"? </i);
  await visitor.open(/\/inscription\/finaliser\S+/.exec(text)?.[0] ?? "");
  visitor.fill({
    Prénom: "Zoé",
    Nom: "D’Essai",
    "Mot de passe": password,
    "Confirmation du mot de passe": `${password}s`,
  });
  await visitor.press("Valider");
  const refused = textOf(visitor.main.getByRole("group", { name: "Il y a un problème" }));
  expect(refused).toContain("Les deux mots de passe doivent être identiques.");
  expect(refused).toContain("Cochez la case pour accepter les conditions d’utilisation.");

  visitor.fill({ "Mot de passe": password, "Confirmation du mot de passe": password });
  visitor.check(/conditions d’utilisation/);
  await visitor.press("Valider");
  expect(visitor.title).toBe("Votre compte est créé");
  await visitor.follow(/Zoé D’Essai/);
  expect(visitor.title).toBe("Gestion du compte");
});

test("F42: from a theme to the démarche, then « Utiliser mon compte » leads through the sign-in to its first step", async ({
  arrive,
}) => {
  const [visitor, email] = [await arrive(), await freshAccount()];
  await (await visitor.open("/")).follow(/^Stationnement et voirie/);
  await visitor.follow("Signaler un problème dans la rue");
  await visitor.press("Utiliser mon compte pour effectuer cette demande");
  expect(visitor.title).toBe("Se connecter");
  visitor.fill({ "Identifiant ou courriel": email, "Mot de passe": demoPassword() });
  await visitor.press("Se connecter", visitor.all.getByRole("main"));
  expect(visitor.title, "back where one came from").toBe("Signaler un problème dans la rue");
  await visitor.press("Commencer");
  expect(visitor.title).toBe("La démarche");
  expect(visitor.all.getAllByRole("link", { name: /Zoé D’Essai/ })).toHaveLength(1);
});

test("F25 F51 F70: the means of contact of the account is ticked in each new demande, and the agent reads it", async ({
  arrive,
}) => {
  const email = await freshAccount();
  const [citizen, agent] = [await arrive(email), await arrive(people.admin)];
  await citizen.open("/espace/compte/donnees/contact");
  citizen.fill({ "Mobile (facultatif)": "06 39 98 00 09" });
  citizen.check(/^Téléphone$/);
  await citizen.press("Valider");
  const id = await begin(citizen, "signalement-voirie");
  await citizen.open(`/demandes/${id}/informations`);
  const ticked = citizen.main
    .getAllByRole("radio", { checked: true })
    .map((radio) => textOf(radio.closest(".choice") ?? radio));
  expect(
    ticked.some((words) => words.startsWith("Téléphone")),
    ticked.join(),
  ).toBe(true);
  const number = await fileReport(citizen);
  await agent.open(`/admin/demandes/${number}`);
  expect(agent.words).toMatch(/préférez-vous être contacté \?\s?Téléphone/);
});

test("F35: the summary of an act asked for without account says why a robot check stands there", async ({ arrive }) => {
  const visitor = await arrive();
  const id = await begin(visitor, "acte-de-naissance");
  const answers = { applicant: { firstName: "Zoé", lastName: "D’Essai", email: "essai@example.org" } };
  await database()`update demande_revisions set answers = ${database().json(answers)} where demande_id = ${id}`;
  await visitor.open(`/demandes/${id}/recapitulatif`);
  expect(visitor.words).toContain("Pourquoi vérifions-nous que vous êtes une personne");
});

test("F24 F36: adults on one side, children on the other, and the sheet of each, changed block by block", async ({
  arrive,
}) => {
  const citizen = await arrive(await freshAccount());
  await citizen.open("/espace/relations");
  expect(citizen.words).toContain("C’est facultatif");
  await citizen.follow("Ajouter un adulte");
  citizen.check("Conjoint ou partenaire");
  citizen.fill({ Prénom: "Maé" });
  await citizen.press("Valider");
  await citizen.open("/espace/relations");
  const side = (name: string) => textOf(citizen.main.getByRole("region", { name }));
  expect(side("Les adultes")).toContain("Maé");
  expect(side("Les enfants")).not.toContain("Maé");
  await citizen.follow(/Maé/);
  for (const block of ["Identité", "Coordonnées"])
    expect(citizen.main.getByRole("link", { name: named(`Modifier : ${block}`) })).toBeTruthy();
  await citizen.follow(/^Modifier : Coordonnées/);
  citizen.fill({ "Téléphone (facultatif)": "06 39 98 00 09" });
  await citizen.press("Valider");
  expect(citizen.title).toContain("Maé");
  expect(citizen.words).toContain("06 39 98 00 09");
});
