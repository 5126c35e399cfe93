import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { prepareReaders } from "@/lib/files/jobs";
import { env, nameAddressForNextAuth } from "@/lib/kernel/env";
import { logger } from "@/lib/kernel/logger";
import { socketAddressHeader } from "./client-address";
import { describe } from "./unexpected";

const slot = globalThis as { parvisServerReady?: boolean };

/** Checks the environment, has a reader of files ready, and notes the socket's address on each request before anything reads it. */
export function prepareServer(): void {
  env();
  nameAddressForNextAuth();
  if (slot.parvisServerReady) return;
  slot.parvisServerReady = true;
  prepareReaders();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[socketAddressHeader] = request.socket.remoteAddress ?? "";
  });
}

type Place = { method: string; route: string; during: string };

export function reportRequestError(error: unknown, place: Place): void {
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  logger().error({ number: digest, ...place, ...describe(error) }, "unexpected error");
}
