import { cookies } from "next/headers";
import { sql } from "../../sql";

export const dynamic = "force-dynamic";

export default async function Page() {
  const account = (await cookies()).get("compte")?.value ?? null;
  const rows = await sql()`
    select number, status, updated_at from demandes where account_id = ${account} order by updated_at desc, id limit 4`;
  return (
    <ul>
      {rows.map((row) => (
        <li key={String(row.number)}>{String(row.status)}</li>
      ))}
    </ul>
  );
}
