import { freshAccount } from "../citizen/own-account";
import { awaitLetter, database, expect, people } from "../fixtures";
import { fileReport } from "./filing";
import { test } from "./test";
import { textOf, type Visitor } from "./visitor";

test("F27 F50 F118 F121 F133: the list and the page say the state in words, as the agent leaves it", async ({
  arrive,
}) => {
  const email = await freshAccount();
  const [citizen, agent] = [await arrive(email), await arrive(people.admin)];
  const number = await fileReport(citizen);
  await citizen.open("/espace");
  await citizen.follow(/^Mes demandes/);
  const state = () => textOf(citizen.main.getByRole("row", { name: new RegExp(number) }));
  expect(state()).toContain("En attente");
  await citizen.follow(/^Détails/);
  expect(citizen.words).toContain("Vous avez soumis votre demande, un agent va la prendre en charge.");

  await agent.open(`/admin/demandes/${number}`);
  await agent.press("Prendre en charge");
  await citizen.open("/espace/demandes");
  expect(state()).toContain("En traitement");
  await citizen.follow(/^Détails/);
  expect(citizen.words).toContain("Un agent a pris en charge votre demande.");
});

test("F98: the four latest demandes on the dashboard, the fifth one press away", async ({ arrive }) => {
  const citizen = await arrive(await freshAccount());
  const numbers: string[] = [];
  for (let each = 0; each < 5; each += 1) numbers.push(await fileReport(citizen));
  await citizen.open("/espace");
  const latest = textOf(citizen.main.getByRole("region", { name: "Dernières demandes" }));
  const [first = "", ...others] = numbers;
  for (const number of others) expect(latest).toContain(number);
  expect(latest).not.toContain(first);
  await citizen.follow("Voir toutes mes demandes");
  expect(citizen.words).toContain(first);
});

test("F92 F93 F100 F101 F102: the acknowledgement leads to the follow-up: who asked, what, and what happened", async ({
  arrive,
}) => {
  const email = await freshAccount();
  const citizen = await arrive(email);
  const number = await fileReport(citizen);
  await citizen.follow("Suivre ma demande");
  expect(citizen.address).toContain(`/espace/demandes/${number}`);
  await citizen.follow("Le demandeur");
  expect(citizen.words).toContain("D’Essai");
  await citizen.follow("La demande");
  expect(citizen.words).toContain("Un trou dans la chaussée.");
  await citizen.follow("Historique");
  expect(citizen.words).toMatch(/En attente/);
  expect((await awaitLetter(email, number)).text).toContain(number);
});

test("F61 F83 F103 F108 F122 F129 F134: what is written to the service is answered, told by letter, read once opened", async ({
  arrive,
}) => {
  const email = await freshAccount();
  const [citizen, agent] = [await arrive(email), await arrive(people.admin)];
  const number = await fileReport(citizen);
  await citizen.open(`/espace/demandes/${number}`);
  await citizen.follow("Échanges");
  await write(citizen, "Votre message au service", "Le trou s’agrandit.");
  expect(citizen.words).toContain("Le trou s’agrandit.");

  await agent.open("/admin/echanges");
  expect(agent.words).toContain(number);
  await agent.open(`/admin/demandes/${number}`);
  expect(agent.words).toContain("Le trou s’agrandit.");
  await write(agent, "Votre message", "Une équipe passe demain.");

  const { text } = await awaitLetter(email, "message");
  expect(text).toContain(`/espace/demandes/${number}/echanges`);
  expect(text, "the portal alone shows what is written").not.toContain("Une équipe passe demain.");
  await citizen.open("/espace");
  expect(
    textOf(citizen.main.getByRole("link", { name: /^Échanges à lire/ }).closest("li") ?? citizen.all.getByRole("main")),
  ).toContain("1 message non lu");
  await citizen.follow(/^Mes notifications/);
  expect(citizen.words).toContain("vous avez un message");
  await citizen.press(/^Voir : .*vous avez un message/);
  expect(citizen.address).toBe(`/espace/demandes/${number}/echanges`);
  await citizen.open("/espace/echanges");
  await citizen.follow(/Signaler/);
  expect(citizen.words).toContain("Une équipe passe demain.");
  await citizen.press(/^Marquer comme lu/);
  await citizen.open("/espace/echanges");
  expect(citizen.words).toContain("Lu");
  expect(citizen.words).not.toContain("non lu");
});

test("F130: an optional letter that is declined does not leave, and the notification is there all the same", async ({
  arrive,
}) => {
  const email = await freshAccount();
  const [citizen, agent] = [await arrive(email), await arrive(people.admin)];
  await citizen.open("/espace/compte/preferences");
  citizen.fill({ "Message d’un agent au sujet d’une demande": false });
  await citizen.press("Valider");
  const number = await fileReport(citizen);
  await agent.open(`/admin/demandes/${number}`);
  await write(agent, "Votre message", "Une équipe passe demain.");
  await agent.press("Prendre en charge");
  await awaitLetter(email, "prise en charge");
  const letters = await database()<{ subject: string }[]>`select subject from mailbox where recipient = ${email}`;
  expect(letters.filter(({ subject }) => /message/i.test(subject))).toEqual([]);
  await citizen.open("/espace/notifications");
  expect(citizen.words).toMatch(/message/i);
});

async function write(visitor: Visitor, label: string, words: string): Promise<void> {
  visitor.fill({ [label]: words });
  await visitor.press("Envoyer");
}
