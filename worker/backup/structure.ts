import type pg from "pg";
import { quoted } from "./database";

type Piece = { table: string; name: string; definition: string };
/** What makes each line of a load dear, and is made at once when every line is there. */
export type Structure = { keys: Piece[]; indexes: Piece[]; links: Piece[] };

/**
 * Takes off the primary and unique keys, the indexes and the foreign keys of our tables, in the caller's transaction, and gives what
 * `rebuild` needs to put them back under the same names. Checks and « not null » stay: they cost little, and judge each line.
 */
export async function strip(client: pg.Client): Promise<Structure> {
  const structure = await readStructure(client);
  const { keys, indexes, links } = structure;
  for (const { table, name } of [...links, ...keys])
    await client.query(`alter table ${quoted(table)} drop constraint ${client.escapeIdentifier(name)}`);
  for (const { name } of indexes) await client.query(`drop index ${quoted(name)}`);
  return structure;
}

/** Puts everything back; a line that breaks a key or a link stops it, and so the restore. */
export async function rebuild(
  client: pg.Client,
  { keys, indexes, links }: Structure,
  onPiece: (name: string, done: number, total: number) => void,
): Promise<void> {
  const constraints = (pieces: readonly Piece[]) =>
    pieces.map(({ table, name, definition }) => ({
      name,
      statement: `alter table ${quoted(table)} add constraint ${client.escapeIdentifier(name)} ${definition}`,
    }));
  const all = [
    ...constraints(keys),
    ...indexes.map(({ name, definition }) => ({ name, statement: definition })),
    ...constraints(links),
  ];
  for (const [done, { name, statement }] of all.entries()) {
    onPiece(name, done, all.length);
    await client.query(statement);
  }
}

export async function readStructure(client: pg.Client): Promise<Structure> {
  const constraints = (types: string) =>
    list(
      client,
      `select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c join pg_class r on r.oid = c.conrelid
      where c.connamespace = 'public'::regnamespace and r.relkind = 'r' and c.contype = any (string_to_array($1, ','))
      order by 1, 2`,
      [types],
    );
  return {
    keys: await constraints("p,u"),
    links: await constraints("f"),
    indexes: await list(
      client,
      `select r.relname as table, i.relname as name, pg_get_indexdef(x.indexrelid) as definition
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class r on r.oid = x.indrelid
      where i.relnamespace = 'public'::regnamespace and r.relkind = 'r'
        and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u'))
      order by 1, 2`,
    ),
  };
}

async function list(client: pg.Client, text: string, values: readonly string[] = []): Promise<Piece[]> {
  return (await client.query<Piece>(text, [...values])).rows;
}
