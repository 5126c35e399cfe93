import { pageRate, rounds, seconds, workRate } from "./measure.mjs";
import { anotherAddress, multipart, readForm, startDraft } from "../../scripts/lib/visitor.mjs";
import { fileDraftStatements } from "../bare/statements.ts";

/** Drafts for a second of each: more than it could file. */
const perSecond = { portal: 400, bare: 800, sql: 3_000 };

/** A submission through the portal, through a bare action that runs the same statements, and those statements alone. */
export async function submissionMeasures({ sql, cookie, portal, bare }) {
  const drafts = { portal: [], bare: [], sql: [] };
  const source = await startDraft({ base: portal, sql, cookie });
  for (const [name, pile] of Object.entries(drafts))
    pile.push(...(await copies(sql, source, Math.ceil(rounds * seconds * perSecond[name]))));
  const portalForm = await formOf(portal, `/demandes/${drafts.portal[0]}/recapitulatif`, "demandeId", cookie);
  const bareForm = await formOf(bare, `/action?id=${drafts.bare[0]}`, "id");
  return {
    submission: () =>
      posts(portal, (id) => `/demandes/${id}/recapitulatif`, portalForm, "demandeId", drafts.portal, cookie),
    "bare submission": () => posts(bare, (id) => `/action?id=${id}`, bareForm, "id", drafts.bare),
    "SQL of a submission": () => workRate(() => next(drafts.sql, (id) => fileDraftStatements(sql, id))),
  };
}

async function formOf(base, path, marker, cookie) {
  const answer = await fetch(base + path, { headers: cookie ? { cookie } : {} });
  return readForm(await answer.text(), `name="${marker}"`);
}

async function next(pile, work) {
  const id = pile.pop();
  if (!id) throw new Error("no draft left: the bench made too few");
  await work(id);
}

async function posts(base, pathOf, form, idField, pile, cookie) {
  const setupRequest = (request) => {
    const id = pile.pop();
    if (!id) throw new Error("no draft left: the bench made too few");
    const { body, type } = multipart(form.map(([name, value]) => [name, name === idField ? id : value]));
    const headers = { "content-type": type, origin: base, ...anotherAddress(), ...(cookie && { cookie }) };
    return { ...request, method: "POST", path: pathOf(id), headers, body };
  };
  return pageRate(base, { requests: [{ setupRequest }], expected: [303] });
}

/** As many drafts as asked, each with the answers of the first. */
async function copies(sql, source, count) {
  const made = await sql`
    with fresh as (
      insert into demandes (id, demarche_id, version_id, service_id, status, account_id, step, file_key, created_at, updated_at)
      select gen_random_uuid(), demarche_id, version_id, service_id, 'draft', account_id, 'recapitulatif', file_key, now(), now()
      from demandes, generate_series(1, ${count}) where id = ${source} returning id)
    insert into demande_revisions (demande_id, number, answers, edition, created_at, updated_at)
    select fresh.id, 1, r.answers, 0, now(), now() from fresh, demande_revisions r where r.demande_id = ${source} and r.number = 1
    returning demande_id`;
  return made.map((row) => row.demande_id);
}
