import { pageRate, rounds, seconds, workRate } from "./measure.mjs";
import { anotherAddress, multipart, openSession, readForm, startDraft } from "../../scripts/lib/visitor.mjs";
import { fileDraftStatements } from "../bare/statements.ts";

/** Drafts for a second of each: more than it could file. */
const perSecond = { portal: 400, bare: 800, sql: 3_000 };
/** Who files through the portal: it counts what one person sends in a minute, wherever they send it from. */
const people = 400;

/** @typedef {{id: string, owner: string}} Draft */

/**
 * A submission through the portal, through a bare action that runs the same statements, and those statements alone.
 * @param {{sql: import("postgres").Sql<{}>, cookie: string, portal: string, bare: string}} place
 */
export async function submissionMeasures({ sql, cookie, portal, bare }) {
  const source = await startDraft({ base: portal, sql, cookie });
  const form = await formOf(portal, `/demandes/${source}/recapitulatif`, "demandeId", cookie);
  const cookieOf = await addFilers(sql);
  /** @type {(rate: number, owners?: string[]) => Promise<Draft[]>} */
  const pile = (rate, owners) => copies(sql, source, Math.ceil(rounds * seconds * rate), owners);
  const drafts = {
    portal: await pile(perSecond.portal, [...cookieOf.keys()]),
    bare: await pile(perSecond.bare),
    sql: await pile(perSecond.sql),
  };
  const bareForm = await formOf(bare, `/action?id=${drafts.bare[0]?.id ?? ""}`, "id");
  return {
    submission: () =>
      posts(portal, (id) => `/demandes/${id}/recapitulatif`, form, "demandeId", drafts.portal, cookieOf),
    "bare submission": () => posts(bare, (id) => `/action?id=${id}`, bareForm, "id", drafts.bare),
    "SQL of a submission": () => workRate(() => next(drafts.sql, ({ id }) => fileDraftStatements(sql, id))),
  };
}

/**
 * @param {string} base
 * @param {string} path
 * @param {string} marker
 * @param {string} [cookie]
 */
async function formOf(base, path, marker, cookie) {
  const answer = await fetch(base + path, { headers: cookie ? { cookie } : {} });
  return readForm(await answer.text(), `name="${marker}"`);
}

/**
 * @param {Draft[]} pile
 * @param {(draft: Draft) => Promise<void>} work
 */
async function next(pile, work) {
  await work(takeFrom(pile));
}

/** @param {Draft[]} pile */
function takeFrom(pile) {
  const draft = pile.pop();
  if (!draft) throw new Error("no draft left: the bench made too few");
  return draft;
}

/**
 * `cookieOf`: the session of each owner; none where nobody is asked who they are.
 * @param {string} base
 * @param {(id: string) => string} pathOf
 * @param {[string, string][]} form
 * @param {string} idField
 * @param {Draft[]} pile
 * @param {Map<string, string>} cookieOf
 */
async function posts(base, pathOf, form, idField, pile, cookieOf = new Map()) {
  const setupRequest = (/** @type {import("autocannon").Request} */ request) => {
    const { id, owner } = takeFrom(pile);
    const cookie = cookieOf.get(owner);
    const { body, type } = multipart(form.map(([name, value]) => [name, name === idField ? id : value]));
    const headers = { "content-type": type, origin: base, ...anotherAddress(), ...(cookie && { cookie }) };
    return { ...request, method: "POST", path: pathOf(id), headers, body };
  };
  return pageRate(base, { requests: [{ setupRequest }], expected: [303] });
}

/**
 * Accounts of nobody else's, each with a session: who they are, and their Cookie header.
 * @param {import("postgres").Sql<{}>} sql
 */
async function addFilers(sql) {
  /** @type {{id: string, email: string}[]} */
  const rows = await sql`
    insert into accounts (id, status, email, first_name, last_name, created_at, activated_at)
    select gen_random_uuid(), 'active', 'depot' || n || '@example.org', 'Camille', 'Exemple', now(), now()
    from generate_series(1, ${people}) n returning id, email`;
  /** @type {Map<string, string>} */
  const cookieOf = new Map();
  await Promise.all(rows.map(async ({ id, email }) => cookieOf.set(id, await openSession(sql, email))));
  return cookieOf;
}

/**
 * As many drafts as asked, each with the answers of the first; of these owners in turn, or of the same one.
 * @param {import("postgres").Sql<{}>} sql
 * @param {string} source
 * @param {number} count
 * @param {string[]} owners
 * @returns {Promise<Draft[]>}
 */
async function copies(sql, source, count, owners = []) {
  /** @type {Draft[]} */
  const made = await sql`
    with fresh as (
      insert into demandes (id, demarche_id, version_id, service_id, status, account_id, step, file_key, created_at, updated_at)
      select gen_random_uuid(), demarche_id, version_id, service_id, 'draft',
        coalesce((${owners}::uuid[])[1 + n % greatest(cardinality(${owners}::uuid[]), 1)], account_id), 'recapitulatif', file_key, now(), now()
      from demandes, generate_series(1, ${count}) n where id = ${source} returning id, account_id)
    , copied as (
      insert into demande_revisions (demande_id, number, answers, edition, created_at, updated_at)
      select fresh.id, 1, r.answers, 0, now(), now() from fresh, demande_revisions r where r.demande_id = ${source} and r.number = 1)
    select id, account_id as owner from fresh`;
  return made.map(({ id, owner }) => ({ id, owner }));
}
