import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { errorPage, type ErrorPage } from "./error-page";
import { countRequest, type Tries } from "./limits";
import { isSafeMethod, judgeOrigin } from "./origin";
import { reportUnexpected } from "./unexpected";

type Handler<C> = (request: Request, context: C) => Promise<Response>;
type Rule = { name: string; limit?: Tries };

/**
 * Wraps a route handler: a write from elsewhere changes nothing (403), too many tries of a person
 * signed in, or else of an address, wait (429), NotFound is a 404, the
 * unexpected a numbered 500. Each answers a French page, or JSON to who asks for it.
 */
export function routeGuard<C>(
  { name, limit = { max: 300, windowSeconds: 60 } }: Rule,
  handler: Handler<C>,
): Handler<C> {
  return async (request, context) => {
    try {
      const { APP_URL, TRUST_PROXY } = env();
      if (!isSafeMethod(request.method) && judgeOrigin(request.headers, APP_URL, TRUST_PROXY) !== "same-origin")
        return answer(request, wrongOriginPage(APP_URL));
      const tried = await countRequest(name, limit, request.headers);
      if (!tried.isAllowed) return tooMany(request, tried.retryAfter);
      return await handler(request, context);
    } catch (error) {
      if (error instanceof NotFound) return answer(request, missingPage);
      return answer(request, brokenPage(reportUnexpected(error, name)));
    }
  };
}

export function wrongOriginPage(appUrl: string): ErrorPage {
  return {
    status: 403,
    title: "Cet envoi n’a pas été accepté",
    sentences: [
      "Il ne vient pas d’une page de ce portail, ou votre navigateur ne le prouve pas. Rien n’a été enregistré.",
      "Revenez sur le portail et recommencez depuis la page de la démarche.",
    ],
    link: { href: appUrl, label: "Aller à l’accueil du portail" },
  };
}

export const missingPage: ErrorPage = {
  status: 404,
  title: "Cette page n’existe pas",
  sentences: ["Elle a pu être déplacée, ou elle ne vous est pas destinée."],
  link: { href: "/", label: "Aller à l’accueil du portail" },
};

function brokenPage(number: string): ErrorPage {
  return {
    status: 500,
    title: "Une erreur est survenue de notre côté",
    sentences: [`Réessayez dans un instant. Si cela recommence, donnez au service le numéro ${number}.`],
    link: { href: "/", label: "Aller à l’accueil du portail" },
  };
}

function tooMany(request: Request, seconds: number): Response {
  const response = answer(request, {
    status: 429,
    title: "Trop d’essais en peu de temps",
    sentences: [`Attendez ${seconds} secondes, puis recommencez.`],
  });
  response.headers.set("retry-after", String(seconds));
  return response;
}

/** The page, or the same in JSON for the scripts of our own pages. */
function answer(request: Request, page: ErrorPage): Response {
  if (!request.headers.get("accept")?.includes("application/json")) return errorPage(page);
  return Response.json(
    { ok: false, reason: page.title, message: page.sentences.join(" ") },
    { status: page.status, headers: { "cache-control": "no-store" } },
  );
}
