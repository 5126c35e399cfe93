import { scriptBytes } from "./scripts-of-page.mjs";
import { startDraft } from "../../scripts/lib/visitor.mjs";

/**
 * Citizen pages, and what each asks a browser to load above a bare page of the same Next.
 * @param {{sql: import("postgres").Sql<{}>, cookie: string, portal: string, bare: string}} place
 */
export async function scriptTable({ sql, cookie, portal, bare }) {
  const floor = await scriptBytes(bare, "/nu");
  const draft = await startDraft({ base: portal, sql, cookie });
  /** @type {{number: string}[]} */
  const [filed] = await sql`
    select d.number from demandes d join accounts a on a.id = d.account_id
    where a.email = 'citoyenne@example.org' and d.number is not null order by d.created_at limit 1`;
  const number = filed?.number ?? "";
  const open = ["/", "/demarches", "/demarches/acte-de-naissance", "/aide", "/connexion", "/inscription", "/suivi"];
  const personal = [
    "/espace",
    "/espace/demandes",
    `/espace/demandes/${number}/historique`,
    "/espace/brouillons",
    "/espace/porte-documents",
    "/espace/relations",
    "/espace/compte/donnees",
    ...["informations", "demande", "demande/documents", "recapitulatif"].map((step) => `/demandes/${draft}/${step}`),
  ];
  const rows = [{ path: "(bare page)", bytes: floor, above: 0 }];
  for (const path of [...open, ...personal]) {
    const bytes = await scriptBytes(portal, path, personal.includes(path) ? { cookie } : {});
    rows.push({ path: path.replace(draft, "[id]").replace(number, "[numero]"), bytes, above: bytes - floor });
  }
  return rows;
}
