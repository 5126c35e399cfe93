import { renderDemande } from "@/lib/demandes/queries/render-demande";
import { asEither } from "@/lib/web/as-either";
import { pdfResponse } from "@/lib/web/pdf-response";
import { routeGuard } from "@/lib/web/route-guard";

type Context = { params: Promise<{ numero: string }> };

/** The demande as PDF, in the states that allow it (F49), for its owner, a guest who opened its link, or its agents. */
export const GET = routeGuard<Context>(
  { name: "demande-pdf", limit: { max: 60, windowSeconds: 60 } },
  async (_request, { params }) => {
    const { numero } = await params;
    return pdfResponse(await asEither((actor) => renderDemande(actor, numero)));
  },
);
