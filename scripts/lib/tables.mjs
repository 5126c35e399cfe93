import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What a backup keeps: our tables and the list of migrations. The queues are made again by the worker. */
const schemas = ["public", "drizzle"];

/** The tables and, for each, the columns that can be written back (a generated one makes itself). */
export async function listTables(sql) {
  return sql`
    select n.nspname as schema, c.relname as name, array_agg(a.attname order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname in ${sql(schemas)}
    group by 1, 2 order by 1, 2`;
}

const fileOf = (folder, { schema, name }) => join(folder, `${schema}.${name}.copy`);

export async function countRows(sql, { schema, name }) {
  const [{ count }] = await sql`select count(*)::int as count from ${sql(schema)}.${sql(name)}`;
  return count;
}

export async function dumpTable(sql, table, folder) {
  const source = await sql`copy ${sql(table.schema)}.${sql(table.name)} (${sql(table.columns)}) to stdout`.readable();
  await pipeline(source, createWriteStream(fileOf(folder, table), { mode: 0o600, flush: true }));
}

export async function loadTable(sql, table, folder) {
  const target = await sql`copy ${sql(table.schema)}.${sql(table.name)} (${sql(table.columns)}) from stdin`.writable();
  await pipeline(createReadStream(fileOf(folder, table)), target);
}

/** Numbers given by the database go on after the highest that came back. */
export async function advanceSequences(sql) {
  const columns = await sql`
    select n.nspname as schema, c.relname as name, a.attname as column,
      pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) as sequence
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname in ${sql(schemas)}
      and pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) is not null`;
  for (const { schema, name, column, sequence } of columns)
    await sql`select setval(${sequence}, greatest((select max(${sql(column)}) from ${sql(schema)}.${sql(name)}), 1),
      exists (select 1 from ${sql(schema)}.${sql(name)}))`;
}

/** The migrations that a database has, by their hashes, in order. */
export async function appliedMigrations(sql) {
  const rows = await sql`select hash from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash }) => hash);
}
