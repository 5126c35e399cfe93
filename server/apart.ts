import type { IncomingMessage, ServerResponse } from "node:http";
import { inject } from "light-my-request";
import { visitHeader } from "@/lib/web/route/visit";
import type { WholeAnswer } from "./held-response";

/** Next's own request handler. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Longest time that a page asked for in this way may take, in milliseconds. */
const patience = 10_000;

type Asked = { method: "GET" | "POST"; url: string; visit: string; type?: string; body?: Buffer };

/** What concerns the body, the connection or what the browser has already: it is not repeated in a request that the front makes. */
const ofItsOwn =
  /^(content-|transfer-encoding|connection|keep-alive|upgrade|expect|te$|trailer|range|if-|accept-encoding|next-|rsc$|x-parvis-visit$)/;

/** Asks the application for another page in the name of the same person, without leaving the process. */
export async function askApart(
  handle: Handle,
  { headers }: IncomingMessage,
  { method, url, visit, type, body }: Asked,
): Promise<WholeAnswer> {
  const kept = Object.entries(headers).filter(([name]) => !ofItsOwn.test(name));
  const dispatch = (request: IncomingMessage, response: ServerResponse) =>
    void handle(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  const answer = await inject(dispatch, {
    method,
    url,
    headers: { ...Object.fromEntries(kept), [visitHeader]: visit, ...(type && { "content-type": type }) },
    payload: body,
    validate: false,
    signal: AbortSignal.timeout(patience),
  });
  const { "transfer-encoding": _whole, connection: _other, date: _now, ...whole } = answer.headers;
  return { status: answer.statusCode, headers: whole, body: answer.rawPayload };
}
