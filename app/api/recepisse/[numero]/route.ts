import { renderRecepisse } from "@/lib/demandes/queries/render-recepisse";
import { asEither } from "@/lib/web/as-either";
import { pdfResponse } from "@/lib/web/pdf-response";
import { routeGuard } from "@/lib/web/route-guard";

type Context = { params: Promise<{ numero: string }> };

/** The récépissé, for its owner, a guest who opened its link, or an agent who may read it. */
export const GET = routeGuard<Context>(
  { name: "recepisse", limit: { max: 60, windowSeconds: 60 } },
  async (_request, { params }) => {
    const { numero } = await params;
    return pdfResponse(await asEither((actor) => renderRecepisse(actor, { number: numero })));
  },
);
