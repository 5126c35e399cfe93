import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** What a browser does without JavaScript, for the bench and the crash tests: a session, a page, a form posted as it stands. */

/**
 * Opens a session for the account of this address directly in the database. Returns the Cookie header.
 * @param {import("postgres").Sql<{}>} sql
 * @param {string} email
 */
export async function openSession(sql, email) {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  const rows = await sql`
    insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${randomUUID()}, id, ${hash}, now(), now(), now() + interval '12 hours', now() + interval '12 hours', 'essai'
    from accounts where email = ${email} and status = 'active' returning id`;
  if (rows.length !== 1) throw new Error(`no active account for ${email}`);
  return `parvis_session=${secret}`;
}

/**
 * Opens a session for this agent, second factor given. Returns the Cookie header.
 * @param {import("postgres").Sql<{}>} sql
 * @param {string} email
 */
export async function openAgentSession(sql, email) {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  const rows = await sql`
    insert into agent_sessions (id, agent_id, token_hash, has_second_factor, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select ${randomUUID()}, id, ${hash}, true, now(), now(), now() + interval '8 hours', now() + interval '8 hours', 'essai'
    from agents where email = ${email} returning id`;
  if (rows.length !== 1) throw new Error(`no agent for ${email}`);
  return `parvis_agent=${secret}`;
}

/** The démarche that the bench and the crash tests file, each in an account: free, one optional file field. */
export const model = { slug: "signalement-voirie", filePath: "lieu.photo" };

const answers = {
  applicant: { firstName: "Camille", lastName: "Exemple", email: "citoyenne@example.org" },
  probleme: { kind: "road", description: "Un trou dans la chaussée, devant le portail de l’école.", isDangerous: true },
  lieu: { address: { line: "1 place du Parvis", postalCode: "75001", commune: "Paris" } },
};

let visitors = 0;

/** Another address each time: limits per address are for one person, and behind a trusted proxy this header tells it. */
export function anotherAddress() {
  visitors += 1;
  return { "x-forwarded-for": `198.51.${(visitors >> 8) & 255}.${visitors & 255}` };
}

/**
 * What a person does when the network fails: the same thing again, until there is an answer.
 * @template T
 * @param {() => Promise<T | undefined>} act
 * @returns {Promise<T>}
 */
export async function insist(act) {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(100)) {
    const answer = await act().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error("no answer came in two minutes");
}

/**
 * Presses « Commencer » and fills everything in. Returns the identifier of the draft, ready to be submitted.
 * @param {{base: string, sql: import("postgres").Sql<{}>, cookie: string}} visitor
 */
export async function startDraft({ base, sql, cookie }) {
  const here = `${base}/demarches/${model.slug}`;
  const page = await (await fetch(here, { headers: { cookie } })).text();
  const { body, type } = multipart(readForm(page, 'name="slug"'));
  const headers = { cookie, origin: base, "content-type": type, ...anotherAddress() };
  const answer = await fetch(here, { method: "POST", headers, body, redirect: "manual" });
  const id = /\/demandes\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`« Commencer » answered ${answer.status}`);
  await sql`update demande_revisions set answers = ${sql.json(answers)} where demande_id = ${id} and number = 1`;
  return id;
}

/**
 * The names and values that a form of the page would post, taken from its hidden fields: the last form that has `marker`.
 * @param {string} html
 * @param {string} marker
 * @returns {[string, string][]}
 */
export function readForm(html, marker) {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.findLast((text) => text.includes(marker));
  if (!form) throw new Error(`no form with « ${marker} » in the page`);
  return [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const name = attribute(input, "name");
    return name === null ? [] : [[name, attribute(input, "value") ?? ""]];
  });
}

/**
 * @param {string} tag
 * @param {string} name
 * @returns {string | null}
 */
function attribute(tag, name) {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return found ? unescape(found[1] ?? "") : null;
}

/** @type {Record<string, string>} */
const entities = { "&quot;": '"', "&amp;": "&", "&#x27;": "'", "&#39;": "'", "&lt;": "<", "&gt;": ">" };
const unescape = (/** @type {string} */ text) =>
  text.replace(/&(?:quot|amp|#x27|#39|lt|gt);/g, (entity) => entities[entity] ?? entity);

/**
 * A multipart body and its content type.
 * @param {[string, string][]} fields
 */
export function multipart(fields) {
  const boundary = `parvis${randomBytes(12).toString("hex")}`;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}
