import { randomUUID } from "node:crypto";
import { database, freshEmail } from "../fixtures";

/** An account of nobody else's, as the portal would have made it; no password: its sessions are opened by the fixtures. */
export async function addAccount({ validation = "validated" } = {}) {
  const [id, email] = [randomUUID(), freshEmail("compte")];
  const lastName = `Essai-${letters(id)}`;
  await database()`
    insert into accounts (id, status, kind, email, username, first_name, last_name, mobile, preferred_contact, validation, search_text, created_at, activated_at)
    values (${id}, 'active', 'personal', ${email}, ${`camille.${lastName.toLowerCase()}`}, 'Camille', ${lastName}, '+33639980009', 'phone', ${validation},
      ${`camille ${lastName.toLowerCase()} ${email}`}, now(), now())`;
  return { id, email, name: `Camille ${lastName}` };
}

/** A name is made of letters. */
function letters(id: string): string {
  return id
    .replaceAll("-", "")
    .slice(-10)
    .replace(/\d/g, (digit) => String.fromCharCode("g".charCodeAt(0) + Number(digit)));
}

/** What the journal says of it, in order. */
export async function verbsOf(id: string): Promise<string[]> {
  const rows = await database()<{ verb: string }[]>`select verb from audit_events where subject_id = ${id} order by id`;
  return rows.map(({ verb }) => verb);
}

/** As if the recovery of the account had been asked the day before, by and for agents who were already there. */
export async function aDayLater(id: string): Promise<void> {
  await database()`update account_recoveries set asked_at = asked_at - interval '25 hours' where account_id = ${id}`;
  await database()`
    update agents set activated_at = activated_at - interval '30 days' where activated_at > now() - interval '2 days'`;
}
