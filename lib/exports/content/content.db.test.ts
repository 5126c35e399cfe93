import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { journalOf, readyDraft, startedDraft, submitted, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import type { ZipFile } from "@/db/test/read-zip";
import { pdfSaying, plainPdf, sent } from "@/db/test/sample-files";
import { attachments } from "@/db/schema/demandes";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { withdrawDemande } from "@/lib/demandes/commands/withdraw-demande";
import { database } from "@/lib/kernel/database";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { storage } from "@/lib/ports/storage";
import { addRelation } from "@/lib/relations/commands";
import { addRelationSchema } from "@/lib/relations/schema";
import { addPiece, asked, emailOf, makeExports, newCitizen, openZip, rowOf } from "../testing";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(60_000);

const canary = "CANARIAUTRUI";
let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

type Listed = { dansLArchive: string; sha256: string; octets: number };

/** Every file that the JSON lists, wherever it stands in it. */
function listed(value: unknown): Listed[] {
  if (Array.isArray(value)) return value.flatMap(listed);
  if (typeof value !== "object" || value === null) return [];
  if ("dansLArchive" in value) return [value as Listed];
  return Object.values(value).flatMap(listed);
}

function jsonOf(files: readonly ZipFile[]): Record<string, unknown> {
  const text = files.find(({ path }) => path === "donnees.json")?.bytes.toString() ?? "";
  return JSON.parse(text) as Record<string, unknown>;
}

describe("a copy of one's data", () => {
  it("holds everything of its owner, each file as it was given, and nothing of anybody else", async () => {
    const other = await newCitizen(canary);
    await addPiece(other, canary, [`${canary}.pdf`]);
    valueOf(
      await addRelation(
        other,
        addRelationSchema.parse({ role: "other_adult", firstName: canary, lastName: "Exemple" }),
      ),
    );
    await submitted(other);

    const citizen = await newCitizen();
    await addPiece(citizen, "../Carte d’identité", ["recto.pdf", "recto.pdf"]);
    await addPiece(citizen, "../Carte d’identité", ["verso.pdf"]);
    valueOf(
      await addRelation(
        citizen,
        addRelationSchema.parse({ role: "other_adult", firstName: "Inès", lastName: "Exemple" }),
      ),
    );
    const { number, demandeId } = await submitted(citizen);
    valueOf(await sendMessage(citizen, { demandeId, body: "Bonjour, où en est ma demande ?" }));
    await readyDraft(citizen);

    const exportId = await asked(citizen);
    await makeExports();
    const { archive, files, name, mediaType } = await openZip(citizen, exportId);
    expect(name).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.zip$/);
    expect(mediaType).toBe("application/zip");
    expect(files.map(({ path }) => path)).toEqual([
      "LISEZ-MOI.txt",
      "donnees.json",
      "porte-documents/Carte d’identité/verso.pdf",
      "porte-documents/Carte d’identité (2)/recto.pdf",
      "porte-documents/Carte d’identité (2)/recto (2).pdf",
      `demandes/${number}/recepisse.pdf`,
      `demandes/${number}/pieces/piece.pdf`,
      "brouillons/Copie d’acte/pieces/piece.pdf",
    ]);
    expect(files.every(({ isUtf8 }) => isUtf8)).toBe(true);

    const data = jsonOf(files);
    const given = listed(data);
    expect(given).toHaveLength(5);
    for (const { dansLArchive, sha256, octets } of given) {
      const file = files.find(({ path }) => path === dansLArchive);
      expect(file?.bytes.length).toBe(octets);
      expect(
        createHash("sha256")
          .update(file?.bytes ?? "")
          .digest("hex"),
      ).toBe(sha256);
    }
    expect(files.find(({ path }) => path.endsWith("recepisse.pdf"))?.bytes.toString("latin1", 0, 5)).toBe("%PDF-");
    expect(data).toMatchObject({
      compte: { courriel: emailOf(citizen.name), nom: "Exemple" },
      relations: [{ prenom: "Inès", lien: "Autre adulte" }],
      demandes: [
        {
          numero: number,
          etat: "En attente",
          messages: [{ texte: "Bonjour, où en est ma demande ?" }],
          historique: [{ evenement: "Demande soumise", par: "Vous" }],
          versions: [{ version: 1, reponsesBrutes: { act: { copies: 2 } } }],
        },
      ],
      brouillons: [{ demarche: "Copie d’acte" }],
      journal: expect.arrayContaining([expect.objectContaining({ acte: "Copie des données demandée" })]) as unknown,
    });
    expect(archive.includes(canary)).toBe(false);
    expect(archive.includes("password")).toBe(false);
  });

  it("gives the summary in the states that allow it, and the answer of the service once it is given", async () => {
    const citizen = await newCitizen();
    const { number, demandeId } = await submitted(citizen);
    const answer = { demandeId, path: "answer" };
    const given = valueOf(await attachFile(town.agent, { ...answer, file: sent(plainPdf, "acte.pdf") }));
    await database().update(attachments).set({ isFrozen: true }).where(eq(attachments.id, given.attachmentId));
    valueOf(await attachFile(town.agent, { ...answer, file: sent(pdfSaying("En cours"), "en preparation.pdf") }));
    valueOf(await withdrawDemande(citizen, { demandeId, reason: "" }));
    const exportId = await asked(citizen);
    await makeExports();
    expect((await openZip(citizen, exportId)).files.map(({ path }) => path)).toEqual([
      "LISEZ-MOI.txt",
      "donnees.json",
      `demandes/${number}/recapitulatif.pdf`,
      `demandes/${number}/recepisse.pdf`,
      `demandes/${number}/pieces/piece.pdf`,
      `demandes/${number}/reponse/acte.pdf`,
    ]);
  });

  it("leaves its lines in the journal, and a letter without attachment that leads to the page", async () => {
    const citizen = await newCitizen();
    await startedDraft(citizen);
    const exportId = await asked(citizen);
    await makeExports();
    await openZip(citizen, exportId);
    const verbs = (await journalOf(citizen.accountId)).map(({ verb, actorKind }) => [verb, actorKind]);
    expect(verbs).toEqual([
      ["account.export_asked", "citizen"],
      ["account.export_made", "system"],
      ["account.export_read", "citizen"],
    ]);
    const mail = (await waitingMails()).find(({ to }) => to === emailOf(citizen.name));
    expect(mail).toMatchObject({
      kind: "account.export_made",
      content: { subject: "La copie de vos données est prête", action: { path: "/espace/compte/export" } },
    });
    expect(mail?.content.attachments ?? []).toEqual([]);
  });

  it("lies sealed in the store", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    await makeExports();
    const sealed = await buffer(await storage().get((await rowOf(exportId)).storageKey ?? ""));
    expect(sealed.includes("donnees.json")).toBe(false);
    expect(sealed.toString("latin1", 0, 4)).toBe("PVS1");
  });
});
