import { createHash, randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Walker } from "./route-table";

/** The portal's database, as the journeys are told of it. */
export function openDatabase(): postgres.Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not given: run the journeys with npm test");
  return postgres(url, { max: 2, onnotice: () => undefined });
}

const people: Readonly<Record<Exclude<Walker, "anonymous">, { email: string; isAgent: boolean }>> = {
  owner: { email: "citoyenne@example.org", isAgent: false },
  other: { email: "voisin@example.org", isAgent: false },
  agent: { email: "agent.etat-civil@belleval.example", isAgent: true },
  otherAgent: { email: "agent.scolarite@belleval.example", isAgent: true },
  admin: { email: "admin@belleval.example", isAgent: true },
};

/** The Cookie header of each walker, from sessions written straight into the tables: signing in has its own journeys. */
export async function openSessions(sql: postgres.Sql): Promise<Record<Walker, string>> {
  const cookies: Record<Walker, string> = { anonymous: "", owner: "", other: "", agent: "", otherAgent: "", admin: "" };
  for (const [walker, person] of Object.entries(people) as [Exclude<Walker, "anonymous">, (typeof people)["owner"]][])
    cookies[walker] = await openSession(sql, person);
  return cookies;
}

async function openSession(
  sql: postgres.Sql,
  { email, isAgent }: { email: string; isAgent: boolean },
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const token = createHash("sha256").update(secret).digest("hex");
  const opened = isAgent
    ? await sql`
        insert into agent_sessions (id, agent_id, token_hash, has_second_factor, created_at, last_seen_at, idle_expires_at, expires_at, device)
        select ${randomUUID()}, id, ${token}, true, now(), now(), now() + interval '1 hour', now() + interval '1 hour', 'essai'
        from agents where email = ${email} returning id`
    : await sql`
        insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
        select ${randomUUID()}, id, ${token}, now(), now(), now() + interval '1 hour', now() + interval '1 hour', 'essai'
        from accounts where email = ${email} returning id`;
  if (opened.length !== 1) throw new Error(`no such person in the demonstration: ${email}`);
  return `${isAgent ? "parvis_agent" : "parvis_session"}=${secret}`;
}
