import pg from "pg";

/** What a backup keeps: our tables. The queues are made again by the worker, the list of migrations by the migrations. */
const schema = "public";

/** A table and the columns that can be written back: a generated one makes itself. `size`: bytes on the disk, indexes left out. */
export type Table = { name: string; columns: readonly string[]; size: number };

/**
 * A connection of its own for what reads or writes whole tables. It is of `pg`, not of the portal's own client, whose COPY stops for
 * ever on some sizes (docs/decisions/027).
 */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "parvis-sauvegarde",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c TimeZone=UTC",
  });
  // Without a listener, a connection cut between two statements would end the process without a word; the next statement tells.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; size: string }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns, pg_table_size(c.oid) as size
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = $1::regnamespace
    group by c.oid, c.relname order by c.relname`,
    [schema],
  );
  return rows.map(({ name, columns, size }) => ({ name, columns, size: Number(size) }));
}

/** A table with its columns, as COPY wants it. */
export function copied({ name, columns }: Pick<Table, "name" | "columns">): string {
  return `${quoted(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
}

/** The whole name of a table of ours. */
export function quoted(name: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** The migrations that a database has, by their hashes, in order. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at",
  );
  return rows.map(({ hash }) => hash);
}

/** Numbers given by the database go on after the highest that came back. */
export async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string; sequence: string }>(
    `select c.relname as name, a.attname as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = $1::regnamespace
      and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`,
    [schema],
  );
  for (const { name, column, sequence } of rows)
    await client.query(
      `select setval($1, greatest(max(${pg.escapeIdentifier(column)}), 1), max(${pg.escapeIdentifier(column)}) is not null) from ${quoted(name)}`,
      [sequence],
    );
}
