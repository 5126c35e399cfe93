import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { prepareReaders } from "@/lib/files/jobs/prepare-readers";
import { isNoRoom, noteNoRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { surviveLateWrites } from "@/lib/kernel/late-write";
import { logger } from "@/lib/kernel/logger";
import { socketAddressHeader } from "./client-address";
import { describe } from "./report-unexpected";
import { findVisit, newNumber, noteFailure } from "./visit";

const slot = globalThis as { parvisServerReady?: boolean };

/** Checks the environment, has a reader of files ready, and looks at each request before anything reads it. */
export function prepareServer(): void {
  env();
  if (slot.parvisServerReady) return;
  slot.parvisServerReady = true;
  surviveLateWrites();
  prepareReaders();
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

type Asked = { method: string; headers: Readonly<Record<string, string | readonly string[] | undefined>> };

/**
 * Logs what broke a page, under the number that this page shows: its visit's. Where there is no front, Next shows the digest
 * of the error, which is then the number.
 */
export function reportRequestError(
  error: unknown,
  { method, headers }: Asked,
  place: { route: string; during: string },
) {
  if (isNoRoom(error)) noteNoRoom();
  const visit = findVisit({ get: (name) => [headers[name]].flat()[0] ?? null });
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  const number = visit ? noteFailure(visit, error) : (digest ?? newNumber());
  const shown = visit && digest !== number ? { digest } : {};
  logger().error({ number, ...shown, method, ...place, ...describe(error) }, "unexpected error");
}
