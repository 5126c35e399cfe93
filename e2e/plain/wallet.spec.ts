import { freshAccount } from "../citizen/own-account";
import { smallPdf } from "../citizen/steps";
import { database, expect, people } from "../fixtures";
import { test } from "./test";
import type { Visitor } from "./visitor";

const choice = /^Choisir des fichiers sur votre appareil/;
const pdf = (name: string) => new File([new Uint8Array(smallPdf().buffer)], name, { type: "application/pdf" });

test("F62 F82 F111: a piece is added, its files by format and size, changed, then removed with its files", async ({
  arrive,
}) => {
  const citizen = await arrive(await freshAccount());
  await addPiece(citizen, "Facture de mars");
  await send(citizen, [new File(["bonjour"], "lettre.txt", { type: "text/plain" })]);
  expect(citizen.words).toContain("lettre.txt");
  expect(citizen.main.queryByRole("link", { name: "lettre.txt" }), "only what can be read everywhere").toBeNull();
  await send(citizen, ["1.pdf", "2.pdf", "3.pdf", "4.pdf"].map(pdf));
  const links = citizen.main.getAllByRole("link", { name: /^\d\.pdf$/ });
  expect(links).toHaveLength(4);
  expect(citizen.words).toContain("Cette pièce a ses quatre fichiers.");
  expect(citizen.main.queryByLabelText(choice), "no fifth").toBeNull();
  for (const link of links) expect((await citizen.download(link)).status()).toBe(200);

  await citizen.press("Supprimer le fichier 4.pdf");
  expect(citizen.main.queryByRole("link", { name: "4.pdf" })).toBeNull();
  await citizen.follow(/^Modifier/);
  citizen.fill({ "Titre (facultatif)": "Facture d’avril" });
  await citizen.press("Valider");
  expect(citizen.title).toBe("Facture d’avril");

  await citizen.open("/espace/porte-documents");
  await citizen.follow(/^Supprimer/);
  await citizen.press("Supprimer");
  expect(citizen.words).not.toContain("Facture d’avril");
  for (const link of links) expect((await citizen.download(link)).status(), "its files go with it").toBe(404);
});

test("F136: no agent opens the porte-documents, nor reads its titles", async ({ arrive }) => {
  const email = await freshAccount();
  const [citizen, agent] = [await arrive(email), await arrive(people.admin)];
  await addPiece(citizen, "Ordonnance confidentielle");
  await send(citizen, [pdf("secret.pdf")]);
  const link = citizen.main.getByRole("link", { name: "secret.pdf" });
  expect((await citizen.download(link)).status()).toBe(200);
  expect((await agent.download(link)).status()).toBe(404);

  const [account] = await database()<{ id: string }[]>`select id from accounts where email = ${email}`;
  await agent.open(`/admin/comptes/${account?.id ?? ""}`);
  expect(agent.words).toContain(email);
  for (const words of ["Ordonnance", "secret.pdf"]) expect(agent.words).not.toContain(words);
});

async function addPiece(citizen: Visitor, title: string): Promise<void> {
  await citizen.open("/espace");
  await citizen.follow(/^Mon porte-documents/);
  await citizen.follow("Ajouter une pièce");
  citizen.fill({ "Type de document": "Justificatif de domicile", "Titre (facultatif)": title });
  await citizen.press("Continuer");
  expect(citizen.title).toBe(title);
}

async function send(citizen: Visitor, files: readonly File[]): Promise<void> {
  citizen.choose(choice, files);
  await citizen.press(/^Ajouter/);
}
