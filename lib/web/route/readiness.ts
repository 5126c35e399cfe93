import { sql } from "drizzle-orm";
import { database } from "@/lib/kernel/database";
import { hasRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { logger } from "@/lib/kernel/logger";
import { storage } from "@/lib/ports/storage";
import { hasCronSecret } from "./cron-guard";
import { describe } from "./report-unexpected";

type Check = "ok" | "indisponible";

/**
 * Readiness: 200 when the portal can serve, 503 otherwise, and no more to strangers. What is missing, and which drivers run, are
 * for who holds the secret of the cron.
 */
export async function answerReadiness(request: Request): Promise<Response> {
  const { isReady, ...details } = await checkReadiness();
  const body = { etat: isReady ? "pret" : "indisponible", ...(hasCronSecret(request) ? details : {}) };
  const headers = { "cache-control": "no-store", ...(isReady ? {} : { "retry-after": "5" }) };
  return Response.json(body, { status: isReady ? 200 : 503, headers });
}

async function checkReadiness() {
  const [base, fichiers] = await Promise.all([
    check("database", () => database().execute(sql`select 1`)),
    check("storage", () => storage().exists("demande/readiness-check")),
  ]);
  const disque = (await hasRoom()) ? ("ok" as const) : ("plein" as const);
  const isReady = [base, fichiers, disque].every((one) => one === "ok");
  return { isReady, base, fichiers, disque, pilotes: env().drivers };
}

async function check(what: string, ask: () => Promise<unknown>): Promise<Check> {
  try {
    await ask();
    return "ok";
  } catch (error) {
    logger().warn({ what, ...describe(error) }, "not ready");
    return "indisponible";
  }
}
