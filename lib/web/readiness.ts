import { sql } from "drizzle-orm";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { logger } from "@/lib/kernel/logger";
import { storage } from "@/lib/ports/storage";
import { describe } from "./unexpected";

type Check = "ok" | "indisponible";

/** Whether the database and the file store answer, and which drivers run. */
export async function checkReadiness() {
  const [base, fichiers] = await Promise.all([
    check("database", () => database().execute(sql`select 1`)),
    check("storage", () => storage().exists("demande/readiness-check")),
  ]);
  return { isReady: base === "ok" && fichiers === "ok", base, fichiers, pilotes: env().drivers };
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
