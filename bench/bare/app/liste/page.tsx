import { sql } from "../../sql";

export const dynamic = "force-dynamic";

export default async function Page() {
  const rows = await sql()`select slug, title, summary from demarches order by position limit 50`;
  return (
    <ul>
      {rows.map((row) => (
        <li key={String(row.slug)}>
          {String(row.title)} {String(row.summary)}
        </li>
      ))}
    </ul>
  );
}
