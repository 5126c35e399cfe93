import type { Citizen } from "@/lib/kernel/actor";
import { listRelations } from "@/lib/relations/queries";
import type { WalletDocumentId } from "@/lib/shared/ids";
import { addWalletDocument } from "@/lib/wallet/commands/change-documents";
import { addWalletFile } from "@/lib/wallet/commands/change-files";
import { listWalletDocuments } from "@/lib/wallet/queries";
import { addWalletDocumentSchema } from "@/lib/wallet/schema";
import { samplePdf, samplePng } from "./papers";

type Piece = {
  type: string;
  title?: string;
  of?: string;
  validity?: string;
  files: readonly { name: string; bytes: Buffer }[];
};

/** The pieces of the demonstration citizen's porte-documents (F82, F136). Run again, it adds nothing. */
export async function seedWallet(citizen: Citizen): Promise<void> {
  if ((await listWalletDocuments(citizen)).length > 0) return;
  const people = new Map((await listRelations(citizen)).map(({ id, name }) => [name, id]));
  for (const { of, files, ...piece } of await pieces()) {
    const input = addWalletDocumentSchema.parse({ ...piece, relationId: (of && people.get(of)) ?? "" });
    const added = await addWalletDocument(citizen, input);
    if (added.ok) await addFiles(citizen, added.value.documentId, files);
  }
}

async function addFiles(citizen: Citizen, documentId: WalletDocumentId, files: Piece["files"]): Promise<void> {
  for (const file of files) {
    const kept = await addWalletFile(citizen, { documentId, file });
    if (!kept.ok) throw new Error(`the demonstration's own file ${file.name} was refused: ${kept.reason}`);
  }
}

async function pieces(): Promise<Piece[]> {
  return [
    {
      type: "identity_card",
      files: [
        { name: "carte-recto.png", bytes: await samplePng("recto") },
        { name: "carte-verso.png", bytes: await samplePng("verso") },
      ],
    },
    {
      type: "proof_of_address",
      title: "Facture d’eau",
      validity: "end_of_year",
      files: [
        { name: "facture-eau.pdf", bytes: await samplePdf("Facture d’eau", ["8 rue des Tilleuls, 99000 Belleval"]) },
      ],
    },
    {
      type: "family_record_book",
      files: [{ name: "livret-de-famille.pdf", bytes: await samplePdf("Livret de famille") }],
    },
    {
      type: "vaccination_record",
      title: "Vaccinations de Lou",
      of: "Lou Démonstration",
      files: [
        { name: "vaccinations-lou.pdf", bytes: await samplePdf("Carnet de santé", ["Pages des vaccinations de Lou"]) },
      ],
    },
    {
      type: "association_statutes",
      of: "Les Amis du Parvis (démonstration)",
      files: [{ name: "statuts.pdf", bytes: await samplePdf("Statuts de l’association") }],
    },
  ];
}
