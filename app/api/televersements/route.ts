import { fileRefusalSentences, isFileRefusal } from "@/lib/files/rules";
import { errorPage } from "@/lib/web/error-page";
import { flash } from "@/lib/web/flash";
import { toLocalPath } from "@/lib/web/return-path";
import { routeGuard } from "@/lib/web/route-guard";
import { receive, type Received, type UploadRefusal } from "./receive";

/** Files for a demande or for the porte-documents: a plain form that comes back to its page, or a script that reads JSON. */
export const POST = routeGuard({ name: "televersements", limit: { max: 120, windowSeconds: 60 } }, async (request) => {
  const received = await receive(request);
  return request.headers.get("accept")?.includes("application/json") ? inJson(received) : backToPage(received);
});

const otherSentences = {
  malformed: "L’envoi n’est pas arrivé en entier. Réessayez.",
  not_editable: "Cette demande ne peut plus être modifiée. Rechargez la page pour voir où elle en est.",
  unknown_field: "Cette démarche ne demande pas ce document. Rechargez la page.",
  not_flagged: "Le service n’a pas demandé de corriger ce document.",
} as const;

function inJson({ result }: Received): Response {
  const headers = { "cache-control": "no-store" };
  if (result.ok) return Response.json({ ok: true }, { headers });
  const status = statusOf(result.reason);
  return Response.json(
    { ok: false, reason: result.reason, message: sentenceOf(result.reason) },
    { status, headers: status === 503 ? { ...headers, "retry-after": "5" } : headers },
  );
}

/** Without JavaScript: back to the page, with the reason beside the document. Before the page is known, a page of its own. */
async function backToPage({ fields, result }: Received): Promise<Response> {
  const back = toLocalPath(fields.retour ?? null);
  if (!back) return result.ok ? seeOther("/") : refusalPage(result.reason);
  if (result.ok) {
    await flash("Le fichier est enregistré.", back);
    return seeOther(back);
  }
  const url = new URL(back, "http://portail.invalid");
  url.searchParams.set("refus", result.reason);
  if (fields.path) url.searchParams.set("champ", fields.path.slice(0, 200));
  return seeOther(`${url.pathname}${url.search}${url.hash}`);
}

function refusalPage(reason: UploadRefusal): Response {
  return errorPage({
    status: reason === "too_large" ? 413 : 400,
    title: reason === "too_large" ? "Ce fichier est trop lourd" : "Le fichier n’a pas été enregistré",
    sentences: [
      sentenceOf(reason),
      "Revenez à la page précédente pour en choisir un autre : le reste de votre demande est conservé.",
    ],
  });
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

function sentenceOf(reason: UploadRefusal): string {
  return isFileRefusal(reason) ? fileRefusalSentences[reason] : otherSentences[reason];
}

function statusOf(reason: UploadRefusal): number {
  if (reason === "no_room") return 503;
  if (reason === "day_full" || reason === "address_full") return 429;
  if (reason === "too_large") return 413;
  if (reason === "readers_busy") return 503;
  return reason === "not_editable" ? 409 : 422;
}
