import { renderRecepisse } from "@/lib/demandes/queries/render-recepisse";
import { readAsEitherSide } from "@/lib/web/session/read-as-either-side";
import { pdfResponse } from "@/lib/web/route/pdf-response";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ numero: string }> };

/** The récépissé, for its owner, a guest who opened its link, or an agent who may read it. */
export const GET = routeGuard<Context>(
  { name: "recepisse", limit: { max: 60, windowSeconds: 60 } },
  async (_request, { params }) => {
    const { numero } = await params;
    return pdfResponse(await readAsEitherSide((actor) => renderRecepisse(actor, { number: numero })));
  },
);
