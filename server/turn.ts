import type { IncomingMessage } from "node:http";
import { errorPage, type ErrorPage } from "@/lib/web/route/error-page";
import type { Failure } from "@/lib/shared/failure";
import type { Handle } from "./apart";
import { wholeAnswer } from "./failure-page";
import type { HeldResponse, WholeAnswer } from "./held-response";
import type { Kind } from "./routes";
import type { SlowBodies } from "./slow-bodies";

export type Settings = {
  handle: Handle;
  kindOf: (path: string) => Kind;
  bodies: SlowBodies;
  /** Value of Strict-Transport-Security, where the portal is served over https. */
  transport: string | null;
};

/** One request at the front, and what answers it. */
export type Turn = Settings & { request: IncomingMessage; response: HeldResponse; path: string };

/** Sends a whole answer, unless one is already on its way. */
export function send({ response, transport }: Turn, answer: WholeAnswer): void {
  response.sendWhole(secured(transport, answer));
}

/** Answers without the application. */
export async function refuse(turn: Turn, page: ErrorPage, headers: WholeAnswer["headers"] = {}): Promise<void> {
  const answer = await wholeAnswer(errorPage(page, cookieOf(turn.request)));
  send(turn, { ...answer, headers: { ...answer.headers, ...headers } });
}

export function secured(transport: string | null, answer: WholeAnswer): WholeAnswer {
  if (!transport) return answer;
  return { ...answer, headers: { ...answer.headers, "strict-transport-security": transport } };
}

/** What a plain page needs to know whether to offer « Quitter ». */
export function cookieOf({ headers }: IncomingMessage): string | null {
  return headers.cookie ?? null;
}

/** What the page of a failure needs to know of this request. */
export function failureOf({ request }: Turn, kind: Failure["kind"]): Failure {
  return { kind, path: request.url ?? "/", number: null, fields: [], hasPassword: false, isSendable: false };
}

/** Asked by a script of ours or of React, which shows no page of the front. */
export function isScript({ headers }: IncomingMessage): boolean {
  return (
    headers.rsc !== undefined || headers["next-action"] !== undefined || headers["next-router-state-tree"] !== undefined
  );
}
