import { openWalletFile } from "@/lib/wallet/queries";
import { isId, type WalletFileId } from "@/lib/shared/ids";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { fileResponse } from "@/lib/web/route/file-response";
import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ id: string }> };

/** A file of the porte-documents, for its owner alone. */
export const GET = routeGuard<Context>({ name: "porte-documents" }, async (_request, { params }) => {
  const { id } = await params;
  const citizen = await currentCitizen();
  if (!citizen || !isId(id)) return missing();
  return fileResponse(await openWalletFile(citizen, id as WalletFileId));
});
