import { randomUUID } from "node:crypto";
import { database, freshEmail, people } from "../fixtures";

/** What the journeys of the account’s own pages share. */
export const saved = "Vos données sont enregistrées.";

/** An active account that nobody else uses, with the password of the demonstration. Gives its address. */
export async function freshAccount(kind: "personal" | "professional" = "personal"): Promise<string> {
  const email = freshEmail("compte");
  await database()`
    insert into accounts (id, status, kind, email, username, password_hash, first_name, last_name, created_at, activated_at)
    select ${randomUUID()}, 'active', ${kind}, ${email}, ${email.split("@")[0] ?? email}, password_hash, 'Zoé', 'D’Essai',
      now(), now()
    from accounts where email = ${people.citizen}`;
  return email;
}

export async function addSession(email: string): Promise<string> {
  const id = randomUUID();
  await database()`
    insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${id}, id, ${randomUUID()}, now(), now(), now() + interval '1 hour', now() + interval '1 hour', 'Safari sur iPhone'
    from accounts where email = ${email}`;
  return id;
}

/** As if the person had been away for too long. */
export async function endSessions(email: string) {
  await database()`
    update account_sessions set idle_expires_at = now() - interval '1 second'
    where account_id = (select id from accounts where email = ${email})`;
}
