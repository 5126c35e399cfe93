import { renderDemande } from "@/lib/demandes/queries/render-demande";
import { readAsEitherSide } from "@/lib/web/session/read-as-either-side";
import { pdfResponse } from "@/lib/web/route/pdf-response";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ numero: string }> };

/** The demande as PDF, in the states that allow it (F49), for its owner, a guest who opened its link, or its agents. */
export const GET = routeGuard<Context>(
  { name: "demande-pdf", limit: { max: 60, windowSeconds: 60 } },
  async (_request, { params }) => {
    const { numero } = await params;
    return pdfResponse(await readAsEitherSide((actor) => renderDemande(actor, numero)));
  },
);
