import postgres from "postgres";

const slot = globalThis as { benchSql?: postgres.Sql };

/** One pool for the process, as the portal has. */
export function sql(): postgres.Sql {
  slot.benchSql ??= postgres(String(process.env.DATABASE_URL), { max: 10 });
  return slot.benchSql;
}
