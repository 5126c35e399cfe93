import type { Page } from "@playwright/test";
import { freshAccount } from "../citizen/own-account";
import { commence, draftId, fillDate, goOnTo, readNumber } from "../citizen/steps";
import { database, expect, expectAccessible, followMail, people, test } from "../fixtures";
import { expectDone, openAs, press, validate } from "../gestures";

/** A school request for a child typed by hand, filled in the database, its documents on paper. Returns its number. */
async function fileForTypedChild(page: Page, email: string): Promise<string> {
  await page.goto("/demarches/inscription-scolaire");
  await commence(page);
  const id = draftId(page);
  const paper = { onPaper: true };
  const answers = {
    applicant: {
      firstName: "Zoé",
      lastName: "D’Essai",
      email,
      phone: "+33639980001",
      address: { line: "1 place du Parvis", postalCode: "80000", commune: "Amiens" },
    },
    beneficiary: { firstName: "Lou", lastName: "D’Essai", birthDate: "2022-03-04", birthPlace: "Amiens" },
    scolarite: { level: "ps", start: today(), wasEnrolled: false, wantsAnother: false },
    parents: { situation: "single" },
    sorties: { hasAllergy: false },
    pieces: { familyBook: paper, proofOfAddress: paper, vaccinations: paper },
    engagement: { authority: true, honour: true },
  };
  await database()`update demande_revisions set answers = ${database().json(answers)} where demande_id = ${id}`;
  await page.goto(`/demandes/${id}/recapitulatif`);
  await press(page.getByRole("button", { name: "Soumettre la demande" }));
  return readNumber(page);
}

function today(): string {
  return new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(new Date());
}

async function name(agent: Page, label: string, comment: string): Promise<void> {
  await agent.getByRole("checkbox", { name: label }).check();
  const details = agent.getByRole("group", { name: label, exact: true });
  await details.getByLabel("Ce qui ne va pas").selectOption({ label: "Incorrect" });
  await details.getByLabel("Précision").fill(comment);
}

test("X4: a correction is sent though the child joined the account, and the day asked for has passed, since the filing", async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const email = await freshAccount();
  const citizen = await openAs(email, { browser, baseURL });
  const agent = await openAs(people.school, { browser, baseURL });
  const number = await fileForTypedChild(citizen, email);

  await test.step("the child is added to « Mes relations », and the day of entry passes", async () => {
    await citizen.goto("/espace/relations");
    await citizen.getByRole("link", { name: "Ajouter un enfant" }).click();
    await citizen.getByLabel(/^Prénom/).fill("Lou");
    await fillDate(citizen, "Date de naissance", ["4", "3", "2022"]);
    await citizen.getByLabel("Commune de naissance").fill("Amiens");
    await validate(citizen);
    await expect(citizen.getByRole("link", { name: /^Lou/ }).first()).toBeVisible();
    await database()`
      update demande_revisions set answers = jsonb_set(answers, '{scolarite,start}', '"2026-01-05"')
      where demande_id = (select id from demandes where number = ${number})`;
  });

  await test.step("the service names two points", async () => {
    await agent.goto(`/admin/demandes/${number}`);
    await agent.getByRole("link", { name: "Demander des compléments" }).click();
    await expect(agent.getByRole("checkbox", { name: "J’atteste exercer" })).toHaveCount(0);
    await name(agent, "Niveau à la rentrée", "Il entre en moyenne section.");
    await name(agent, "Prénom de l’enfant", "Tous les prénoms.");
    await agent.getByLabel("Message pour l’usager").fill("Corrigez ces deux points.");
    await press(agent.getByRole("button", { name: "Envoyer la demande de compléments" }));
    await expectDone(agent, "Les compléments sont demandés à l’usager.");
  });

  await test.step("the letter leads to the correction; both are corrected, and the correction is accepted", async () => {
    await followMail(citizen, email, `${number} est à compléter`, "/espace/demandes/");
    await expect(citizen).toHaveURL(`/espace/demandes/${number}/corriger`);
    await press(citizen.getByRole("button", { name: "Commencer la correction" }));
    await citizen.locator('[name="beneficiary.firstName"]:visible').fill("Lou Camille");
    await expect(citizen.locator('[name="beneficiary.who"]:visible')).toHaveCount(0);
    await goOnTo(citizen, "Ma demande");
    await citizen.locator('[name="scolarite.level"]:visible').selectOption({ label: "Moyenne section" });
    await expect(citizen.locator('[name="scolarite.start.day"]:visible')).toHaveCount(0);
    await goOnTo(citizen, "Le récapitulatif");
    await expect(citizen.getByText("Ce que le service n’a pas signalé est gardé")).toBeVisible();
    await expectAccessible(citizen);
    await press(citizen.getByRole("button", { name: "Soumettre la correction" }));
    await expect(citizen.getByRole("heading", { level: 1, name: "Vos changements sont enregistrés" })).toBeVisible();
  });

  await agent.goto(`/admin/demandes/${number}`);
  await expect(agent.getByText("Lou Camille").first()).toBeVisible();
  await Promise.all([citizen.context().close(), agent.context().close()]);
});
