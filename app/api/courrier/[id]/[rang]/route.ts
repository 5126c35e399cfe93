import { fileResponse } from "@/lib/web/route/file-response";
import { getLetterFile } from "@/lib/web/page/mailbox";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = RouteContext<"/api/courrier/[id]/[rang]">;

export const GET = routeGuard({ name: "mailbox-file" }, async (_request, { params }: Context) => {
  const { id, rang } = await params;
  return fileResponse(await getLetterFile(id, rang));
});
