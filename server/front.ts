import { createServer, type IncomingMessage, type Server } from "node:http";
import { logger } from "@/lib/kernel/logger";
import type { ErrorPage } from "@/lib/web/error-page";
import { isSafeMethod } from "@/lib/web/origin";
import { describe } from "@/lib/web/unexpected";
import { newNumber, openVisit, visitHeader } from "@/lib/web/visit";
import { refuseWrite } from "@/lib/web/write-guard";
import { ReadRequest, readBody } from "./body";
import { failurePage, wholeAnswer } from "./failure-page";
import { readForm } from "./form";
import { HeldResponse } from "./held-response";
import { judgePage, judgeScript, type ReadForm } from "./judges";
import { answerOutdated, isFromOutdatedPage } from "./outdated-form";
import { failureOf, isScript, refuse, send, type Settings, type Turn } from "./turn";

/** Longest time to receive the headers of a request, and a whole request over the slowest network, in milliseconds. */
const headersTimeout = 30_000;
const requestTimeout = 900_000;

/**
 * The front before Next: it knows the routes, refuses what no page reads, cuts what does not come, and lets no answer without words
 * go. All else passes to Next and back untouched. What either side finds out about a request is on its visit (lib/web/visit.ts).
 */
export function createFront(settings: Settings): Server {
  const options = { ServerResponse: HeldResponse, headersTimeout, requestTimeout, connectionsCheckingInterval: 5_000 };
  return createServer(options, (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    // What a client sends under this name is lost.
    request.headers[visitHeader] = "";
    const turn = { ...settings, request, response, path };
    serve(turn).catch((error: unknown) => fail(turn, error));
  });
}

async function serve(turn: Turn): Promise<void> {
  const { request, response, path, kindOf, handle, bodies } = turn;
  bodies.watch(request, () => void refuse(turn, tooSlow, { connection: "close" }));
  const kind = kindOf(path);
  if (kind === "handler") return handle(request, response);
  if (!isSafeMethod(request.method ?? "")) return kind === "file" ? refuse(turn, onlyRead) : write(turn);
  if (kind === "file") return handle(request, response);
  const isLost = kind === "none" || !isDecodable(path);
  if (isLost && !isScript(request)) return send(turn, await failurePage(handle, request, failureOf(turn, "absent")));
  return visit(turn, request, null);
}

/** A write to a page, or to nowhere: its body is here whole before the application hears of it. */
async function write(turn: Turn): Promise<void> {
  const { request } = turn;
  const headers = { get: (name: string) => [request.headers[name]].flat()[0] ?? null };
  const refusal = refuseWrite({ method: request.method ?? "POST", headers });
  if (refusal) return send(turn, await wholeAnswer(refusal));
  const body = await readBody(request);
  if (!body) return;
  const form = () => readForm(body, request.headers["content-type"]);
  if (isFromOutdatedPage(body)) return send(turn, await answerOutdated(turn, await form()));
  return visit(turn, new ReadRequest(request, body), form);
}

/** Hands a request over to Next. */
async function visit(turn: Turn, request: IncomingMessage, form: ReadForm | null): Promise<void> {
  const { response } = turn;
  const { id, visit: opened, close } = openVisit();
  response.once("close", close);
  request.headers[visitHeader] = id;
  if (!isScript(request)) response.judge = judgePage(turn, opened, form);
  else if (form) response.judge = judgeScript(opened);
  return turn.handle(request, response);
}

/** Next itself, or the front, threw. */
async function fail(turn: Turn, error: unknown): Promise<void> {
  const number = newNumber();
  logger().error({ number, during: "front", ...describe(error) }, "unexpected error");
  if (turn.response.headersSent) turn.response.destroy();
  else
    await refuse(turn, {
      ...brokenHere,
      sentences: [`Réessayez dans un instant. Si cela recommence, donnez au service le numéro ${number}.`],
    });
}

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const home = { href: "/", label: "Aller à l’accueil du portail" };

const brokenHere = { status: 500, title: "Une erreur est survenue de notre côté", link: home } as const;

const onlyRead: ErrorPage = {
  status: 405,
  title: "Cet envoi n’a pas été accepté",
  sentences: ["Cette adresse ne reçoit rien. Rien n’a été enregistré."],
  link: home,
};

const tooSlow: ErrorPage = {
  status: 408,
  title: "Votre envoi n’est pas arrivé en entier",
  sentences: [
    "Le réseau s’est sans doute interrompu. Rien n’a été enregistré.",
    "Revenez à la page précédente : ce que vous avez saisi y est encore. Validez à nouveau quand le réseau est revenu.",
  ],
  link: home,
};
