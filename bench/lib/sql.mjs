import { workRate } from "./measure.mjs";

/**
 * The reads of the catalogue and of the dashboard, with no page around them.
 * @param {{sql: import("postgres").Sql<{}>}} place
 */
export function sqlMeasures({ sql }) {
  return {
    "SQL of the catalogue": () =>
      workRate(() => sql`select slug, title, summary from demarches where is_published order by position limit 50`),
    "SQL of the dashboard": () =>
      workRate(async () => {
        /** @type {{id: string}[]} */
        const [account] = await sql`select id, first_name from accounts where email = 'citoyenne@example.org'`;
        const owner = account?.id ?? null;
        await sql`select number, status, updated_at from demandes where account_id = ${owner} and number is not null
          order by updated_at desc, id limit 4`;
        await sql`select id, step from demandes where account_id = ${owner} and status = 'draft' order by updated_at desc limit 20`;
        await sql`select id from notifications where account_id = ${owner} and read_at is null limit 20`;
      }),
  };
}
