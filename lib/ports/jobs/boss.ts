import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import type { Tx } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { logger } from "@/lib/kernel/logger";

/** Tables and queues are made by the migration: no process needs the right to change a schema. */
const common = { schema: "pgboss", migrate: false, createSchema: false };

/** pg-boss on connections of its own, for what runs the work. `isKeeper`: keeps the hours, and watches over what others hold. */
export async function openBoss(isKeeper: boolean): Promise<PgBoss> {
  const { PgBoss: Boss } = await import("pg-boss");
  const boss = new Boss({
    ...common,
    connectionString: env().DATABASE_URL,
    application_name: "parvis-worker",
    max: 3,
    supervise: isKeeper,
    schedule: isKeeper,
    registerInstance: isKeeper,
  });
  listen(boss);
  return boss.start({ attempts: isKeeper ? 5 : 1 });
}

/** pg-boss inside the caller's transaction: what is asked of it is committed with the rest, or not at all. */
export async function withBoss<T>(tx: Tx, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const [{ PgBoss: Boss }, db] = [await import("pg-boss"), await dbOf(tx)];
  const boss = new Boss({ ...common, db, supervise: false, schedule: false, registerInstance: false });
  listen(boss);
  await boss.start();
  try {
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** A transaction of ours, as pg-boss asks for one. */
export async function dbOf(tx: Tx) {
  const { fromDrizzle } = await import("pg-boss");
  return fromDrizzle(tx, sql);
}

function listen(boss: PgBoss): void {
  boss.on("error", (error) =>
    logger().warn({ event: "jobs.database", code: (error as { code?: string }).code ?? error.name }),
  );
}

/**
 * What Postgres wrote while its clock ran ahead would wait for that day to come: hours that nobody looks at, an order that nobody takes,
 * another held by a process long gone. It is taken for written now. Nothing is put off by more than an hour (recurring.ts).
 */
export async function forgetTheFuture(boss: PgBoss): Promise<void> {
  const isLater = (column: string, by = "5 minutes") => `${column} > now() + interval '${by}'`;
  const marks = ["monitor_on", "monitor_claim_on", "maintain_on"];
  const { schema } = common;
  for (const statement of [
    `update ${schema}.version set cron_on = null where ${isLater("cron_on")}`,
    `update ${schema}.queue set ${marks.map((mark) => `${mark} = null`).join(", ")}
      where ${marks.map((mark) => isLater(mark)).join(" or ")}`,
    `update ${schema}.job set created_on = least(created_on, now()), start_after = least(start_after, now()),
      started_on = least(started_on, now()), heartbeat_on = least(heartbeat_on, now())
      where state <= 'active' and (${isLater("created_on")} or ${isLater("started_on")} or ${isLater("start_after", "2 hours")})`,
  ])
    await boss.getDb().executeSql(statement);
}
