import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { logger } from "@/lib/kernel/logger";
import { isSafeMethod } from "@/lib/web/route/origin";
import { brokenPage } from "@/lib/web/route/plain-pages";
import { describe } from "@/lib/web/route/report-unexpected";
import { newNumber, openVisit, visitHeader } from "@/lib/web/route/visit";
import { refuseWrite } from "@/lib/web/route/write-guard";
import { ReadRequest, readBody } from "./body";
import { failurePage, wholeAnswer } from "./failure-page";
import { readForm } from "./form";
import { HeldResponse } from "./held-response";
import { judgeOther, judgePage, judgeScript, type ReadForm } from "./judges";
import { answerOutdated, isFromOutdatedPage } from "./outdated-form";
import { notReceived, tooSlow } from "./plain-pages";
import { failureOf, isScript, refuse, send, type Settings, type Turn } from "./turn";
import { answerUnreadable } from "./unreadable-request";

/** Of the others, some make Next answer « Internal Server Error ». */
const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Longest time to receive the headers of a request, and a whole request over the slowest network, in milliseconds. */
const headersTimeout = 30_000;
const requestTimeout = 900_000;

/**
 * The front before Next: it knows the routes, refuses what no page reads, cuts what does not come, and lets no answer without words
 * go. All else passes to Next and back untouched. What either side finds out about a request is on its visit (lib/web/route/visit.ts).
 */
export function createFront(settings: Settings): Server {
  const options = { ServerResponse: HeldResponse, headersTimeout, requestTimeout, connectionsCheckingInterval: 5_000 };
  const answers = new WeakMap<Duplex, HeldResponse>();
  const server = createServer(options, (request, response) => {
    answers.set(request.socket, response);
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    // What a client sends under this name is lost.
    request.headers[visitHeader] = "";
    const turn = { ...settings, request, response, path };
    serve(turn).catch((error: unknown) => fail(turn, error));
  });
  return server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    void answerUnreadable(error, socket, answers.get(socket) ?? null);
  });
}

async function serve(turn: Turn): Promise<void> {
  const { request, response, path, kindOf, handle, bodies } = turn;
  bodies.watch(request, () => void refuse(turn, tooSlow, { connection: "close" }));
  const kind = kindOf(path);
  const method = request.method ?? "";
  if (!methods.has(method)) return refuse(turn, notReceived);
  const isWrite = !isSafeMethod(method);
  if (isWrite && kind === "file") return refuse(turn, notReceived);
  if (kind === "handler" || kind === "file") {
    response.judge = judgeOther(turn);
    return handle(request, response);
  }
  if (isWrite) return write(turn);
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
  else await refuse(turn, brokenPage(number));
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
