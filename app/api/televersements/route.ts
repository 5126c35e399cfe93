import type { FileOutcome } from "@/lib/shared/file-outcome";
import { errorPage, type ErrorPage } from "@/lib/web/route/error-page";
import { toLocalPath } from "@/lib/web/route/return-path";
import { routeGuard } from "@/lib/web/route/route-guard";
import { keepSentFiles, sayUploadRefusal } from "@/lib/web/upload/upload-outcomes";
import { firstRefusal, receive, type Received, type UploadRefusal } from "./receive";

/** Files for a demande or for the porte-documents: a plain form that comes back to its page, or a script that reads JSON. */
export const POST = routeGuard({ name: "televersements", limit: { max: 120, windowSeconds: 60 } }, async (request) => {
  const received = await receive(request);
  return request.headers.get("accept")?.includes("application/json")
    ? inJson(received)
    : backToPage(received, request.headers.get("cookie"));
});

function inJson(received: Received): Response {
  const headers = { "cache-control": "no-store" };
  const outcomes = inWords(received);
  const refusal = firstRefusal(received);
  if (!refusal) return Response.json({ ok: true, outcomes }, { headers });
  const status = statusOf(refusal.reason);
  return Response.json(
    { ok: false, reason: refusal.reason, outcomes },
    { status, headers: status === 503 ? { ...headers, "retry-after": "5" } : headers },
  );
}

/** Without JavaScript: back to the page, which says what became of each file. Before the page is known, a page of its own. */
async function backToPage(received: Received, cookie: string | null): Promise<Response> {
  const { fields } = received;
  const refusal = firstRefusal(received);
  const back = toLocalPath(fields.retour ?? null);
  if (!back) return refusal ? errorPage(refusalPage(received, refusal.reason), cookie) : seeOther("/");
  const path = (fields.path ?? "").slice(0, 200);
  const url = await keepSentFiles(new URL(back, "http://portail.invalid"), path, inWords(received), fields.note);
  // The summary of errors takes the focus, which an anchor would take from it.
  return seeOther(`${url.pathname}${url.search}${refusal ? "" : url.hash}`);
}

function inWords({ outcomes }: Received): FileOutcome[] {
  return outcomes.map(({ name, result }) =>
    result.ok ? { name, id: result.value.id, refusal: null } : { name, refusal: sayUploadRefusal(result) },
  );
}

function refusalPage(received: Received, reason: UploadRefusal): ErrorPage {
  const isLarge = reason === "too_large" || reason === "too_large_together";
  return {
    status: isLarge ? 413 : 400,
    title: isLarge ? "Cet envoi est trop lourd" : "Le fichier n’a pas été enregistré",
    sentences: [
      ...inWords(received).flatMap(({ refusal }) => refusal ?? []),
      "Revenez à la page précédente pour choisir à nouveau : le reste de votre demande est conservé.",
    ],
  };
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

function statusOf(reason: UploadRefusal): number {
  if (reason === "no_room") return 503;
  if (reason === "day_full" || reason === "address_full") return 429;
  if (reason === "too_large" || reason === "too_large_together") return 413;
  if (reason === "readers_busy") return 503;
  return reason === "not_editable" ? 409 : 422;
}
