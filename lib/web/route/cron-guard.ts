import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/kernel/env";
import { errorPage } from "./error-page";
import { missingPage } from "./plain-pages";
import { reportUnexpected } from "./report-unexpected";

/**
 * Wraps a route that a cron calls with « Authorization: Bearer CRON_SECRET ». Without the secret, or where none is configured,
 * the route does not exist: 404.
 */
export function cronGuard(name: string, handler: (request: Request) => Promise<unknown>) {
  return async (request: Request): Promise<Response> => {
    if (!hasCronSecret(request)) return errorPage(missingPage);
    const headers = { "cache-control": "no-store" };
    try {
      return Response.json(await handler(request), { headers });
    } catch (error) {
      return Response.json({ error: reportUnexpected(error, name) }, { status: 500, headers });
    }
  };
}

/** Whether « Authorization: Bearer CRON_SECRET » came with the request; never where none is configured. */
export function hasCronSecret(request: Request): boolean {
  const { CRON_SECRET } = env();
  const given = request.headers.get("authorization") ?? "";
  return CRON_SECRET !== undefined && isSame(given, `Bearer ${CRON_SECRET}`);
}

/** In constant time, whatever their lengths. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
