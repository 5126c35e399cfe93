import { readAttachment } from "@/lib/demandes/commands/read-attachment";
import { isId, type AttachmentId } from "@/lib/shared/ids";
import { readAsEitherSide } from "@/lib/web/session/read-as-either-side";
import { fileResponse } from "@/lib/web/route/file-response";
import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ id: string }> };

/** A file of a demande, for its owner, a guest who opened its link, or an agent who may read it. */
export const GET = routeGuard<Context>({ name: "fichiers" }, async (_request, { params }) => {
  const { id } = await params;
  if (!isId(id)) return missing();
  const file = await readAsEitherSide((actor) => readAttachment(actor, { attachmentId: id as AttachmentId }));
  if (!file.ok) return missing();
  return fileResponse(file.value);
});
