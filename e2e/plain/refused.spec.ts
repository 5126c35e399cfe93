import { freshAccount } from "../citizen/own-account";
import { expect, people } from "../fixtures";
import { fileReport } from "./filing";
import { test } from "./test";
import { named, textOf, type Visitor } from "./visitor";

const changed = "Cette demande a changé depuis l’affichage de votre page.";

type Arrive = (who: string) => Promise<Visitor>;

/** A demande just filed, and two windows of agents that will act on it. */
async function filedBeforeTwo(arrive: Arrive) {
  const citizen = await arrive(await freshAccount());
  const number = await fileReport(citizen);
  return { number, first: await arrive(people.admin), second: await arrive(people.admin) };
}

test("the second of two presses is told that the act was refused, though its button is gone from the page", async ({
  arrive,
}) => {
  const { number, first, second } = await filedBeforeTwo(arrive);
  for (const agent of [first, second]) await agent.open(`/admin/demandes/${number}`);
  await first.press("Prendre en charge");
  await second.press("Prendre en charge");
  expect(second.main.queryByRole("button", { name: "Prendre en charge" })).toBeNull();
  expect(textOf(second.main.getByRole("group", { name: "Il y a un problème" }))).toContain(changed);
  expect(second.documentTitle).toMatch(/^Erreur : Demande/);
});

test("whoever decides second finds what they had typed, and what was done, where the decision is no more possible", async ({
  arrive,
}) => {
  const { number, first, second } = await filedBeforeTwo(arrive);
  await second.open(`/admin/demandes/${number}/complements`);
  await first.open(`/admin/demandes/${number}/rejet`);
  await first.fill({ "Motif du rejet": "Hors de la commune." }).press("Rejeter la demande");
  const [point] = second.main.getAllByRole("checkbox");
  (point as HTMLInputElement).checked = true;
  await second.fill({ "Message pour l’usager": "La photo est floue." }).press("Envoyer la demande de compléments");
  expect(second.main.getByLabelText("Message pour l’usager")).toHaveProperty("value", "La photo est floue.");
  expect(second.main.getByLabelText<HTMLTextAreaElement>("Points cochés").value).not.toBe("");
  expect(second.main.getAllByRole("heading", { name: "Il y a un problème" }).length).toBeGreaterThan(0);
  expect(second.words).toContain("demande rejetée");
});

/** An agent acts while the citizen has a page of the demande open. */
async function takeCharge(agent: Visitor, number: string): Promise<void> {
  await agent.open(`/admin/demandes/${number}`);
  await agent.press("Prendre en charge");
}

test("a change refused because an agent took charge is never shown as recorded", async ({ arrive }) => {
  const [citizen, agent] = [await arrive(await freshAccount()), await arrive(people.admin)];
  const number = await fileReport(citizen);
  await citizen.open(`/espace/demandes/${number}/modifier`);
  await citizen.press("Modifier la demande");
  await takeCharge(agent, number);
  await citizen.press("Continuer");
  expect(citizen.title).toBe("Cette demande ne peut plus être modifiée");
  expect(citizen.words).toContain("le service ne les a pas reçus");
  await citizen.follow("Voir où elle en est");
  expect(citizen.address).toBe(`/espace/demandes/${number}/historique`);
});

test("« Modifier » and « Annuler » pressed too late say what happened, and never that the demande is gone", async ({
  arrive,
}) => {
  const [citizen, agent] = [await arrive(await freshAccount()), await arrive(people.admin)];
  const number = await fileReport(citizen);
  await citizen.open(`/espace/demandes/${number}/modifier`);
  await takeCharge(agent, number);
  await citizen.press("Modifier la demande");
  expect(citizen.status).toBe(200);
  expect(citizen.words).toContain("Un agent a pris en charge votre demande");

  await citizen.open(`/espace/demandes/${number}/annuler`);
  await agent.press("Déclarer complet");
  const [reason] = citizen.main.getAllByLabelText(/^Pourquoi l’annulez-vous/);
  (reason as HTMLTextAreaElement).value = "Le trou est bouché.";
  await citizen.press("Annuler ma demande");
  expect(citizen.title).toBe("Cette demande ne peut plus être annulée ici");
  expect(textOf(citizen.main.getByRole("group", { name: "Il y a un problème" }))).toContain(
    "ne peut plus être annulée",
  );
  expect(citizen.main.getByLabelText("Pourquoi l’annulez-vous ?")).toHaveProperty("value", "Le trou est bouché.");
  expect(citizen.main.getByRole("link", { name: named("Voir où elle en est") })).toBeTruthy();
});
