import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/kernel/env";
import { surviveLateWrites } from "@/lib/kernel/late-write";
import { logger } from "@/lib/kernel/logger";
import { socketAddressHeader } from "./client-address";
import { describe } from "./unexpected";

const slot = globalThis as { parvisServerReady?: boolean };

/** Checks the environment, and looks at each request before anything reads it. */
export function prepareServer(): void {
  env();
  if (slot.parvisServerReady) return;
  slot.parvisServerReady = true;
  surviveLateWrites();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    request.headers[socketAddressHeader] = request.socket.remoteAddress ?? "";
    if (request.method === "POST") leadOnByGet(response);
  });
}

/**
 * A page that leads elsewhere while it answers a form is sent by Next as 307, and the browser would post the form again there:
 * 303 says to go and read.
 */
function leadOnByGet(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 307 ? 303 : status, ...rest);
}

type Place = { method: string; route: string; during: string };

export function reportRequestError(error: unknown, place: Place): void {
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  logger().error({ number: digest, ...place, ...describe(error) }, "unexpected error");
}
