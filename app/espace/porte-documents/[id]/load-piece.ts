import { notFound } from "next/navigation";
import { isId, type WalletDocumentId } from "@/lib/shared/ids";
import { getWalletDocument } from "@/lib/wallet/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";

/** The piece of an address, for its owner. */
export async function loadPiece(params: Promise<{ id: string }>) {
  const citizen = await requireCitizen();
  const { id } = await params;
  if (!isId(id)) notFound();
  return orNotFound(() => getWalletDocument(citizen, id as WalletDocumentId));
}
