import { sql } from "drizzle-orm";
import { database } from "@/lib/kernel/database";

/** For tests: pg-boss finds what it wrote as many minutes older (younger: negative). Its clock is that of Postgres, which no test moves. */
export async function passTime(minutes: number): Promise<void> {
  const shift = (table: string, ...columns: string[]) =>
    database().execute(
      sql.raw(
        `update pgboss.${table} set ${columns.map((one) => `${one} = ${one} - interval '${minutes} minutes'`).join(", ")}`,
      ),
    );
  await shift("job", "created_on", "start_after", "started_on", "heartbeat_on", "completed_on", "singleton_on");
  await shift("queue", "monitor_on", "monitor_claim_on", "maintain_on");
  await shift("version", "cron_on");
}
