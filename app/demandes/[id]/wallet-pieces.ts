import { listWalletDocuments } from "@/lib/wallet/queries";
import type { Visitor } from "@/lib/web/session/current-actor";
import { documentTypeLabels } from "@/lib/vocabulary/documents";

/** The pieces of the porte-documents that its owner may choose from; nothing without account. */
export async function walletPieces(citizen: Extract<Visitor, { kind: "citizen" }> | null) {
  if (!citizen) return [];
  const documents = await listWalletDocuments(citizen);
  return documents
    .filter(({ files }) => files.length > 0)
    .map(({ id, title, type }) => ({
      id,
      type,
      label: title === documentTypeLabels[type] ? title : `${title} (${documentTypeLabels[type]})`,
    }));
}
