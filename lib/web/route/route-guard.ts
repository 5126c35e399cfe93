import { isNoRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { isDatabaseAway } from "@/lib/kernel/database-away";
import { NotFound } from "@/lib/kernel/errors";
import { errorPage, type ErrorPage } from "./error-page";
import { countRequest, type Tries } from "../form/limits";
import { isSafeMethod, judgeOrigin } from "./origin";
import { brokenPage, homeLink, missingPage } from "./plain-pages";
import { wrongOriginPage } from "./wrong-origin-page";
import { reportUnexpected } from "./report-unexpected";
import { awaySeconds } from "./visit";

type Handler<C> = (request: Request, context: C) => Promise<Response>;
type Rule = { name: string; limit?: Tries };

/**
 * Wraps a route handler: a write from elsewhere changes nothing (403), too many tries of a person
 * signed in, or else of an address, wait (429), NotFound is a 404, the
 * unexpected a numbered 500, or 503 while the database is away. Each answers a French page, or JSON to who asks for it.
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
      const number = reportUnexpected(error, name);
      if (isNoRoom(error)) return answer(request, fullPage(number));
      return isDatabaseAway(error) ? away(request, number) : answer(request, brokenPage(number));
    }
  };
}

/** A disk is full, here or under the database: what is read still is, what is written waits. */
function fullPage(number: string): ErrorPage {
  return {
    status: 503,
    title: "Le portail manque de place",
    sentences: [
      "Rien ne peut être enregistré pour le moment, et les administrateurs en sont prévenus. Ce que vous aviez enregistré avant est conservé.",
      `Réessayez plus tard. Si cela dure, donnez au service le numéro ${number}.`,
    ],
    link: homeLink,
  };
}

/** Postgres does not answer: the same request is worth making again in a moment. */
function away(request: Request, number: string): Response {
  const response = answer(request, {
    status: 503,
    title: "Le portail est momentanément indisponible",
    sentences: [`Réessayez dans quelques minutes. Si cela recommence, donnez au service le numéro ${number}.`],
    link: homeLink,
  });
  response.headers.set("retry-after", String(awaySeconds));
  return response;
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
  if (!request.headers.get("accept")?.includes("application/json"))
    return errorPage(page, request.headers.get("cookie"));
  return Response.json(
    { ok: false, reason: page.title, message: page.sentences.join(" ") },
    { status: page.status, headers: { "cache-control": "no-store" } },
  );
}
