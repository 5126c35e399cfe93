import type postgres from "postgres";

export type Samples = {
  /** « /espace/demandes/[numero] » → an address that exists. */
  fill: (route: string) => string;
  /** The other way round. */
  generalise: (path: string) => string;
  /** Words that only the owner's pages may hold. */
  canaries: readonly string[];
};

/** Things of the owner in the demonstration: a demande that waits at the agent's service, a draft, a relation, a piece, files. */
export async function readSamples(sql: postgres.Sql): Promise<Samples> {
  const one = async (query: postgres.PendingQuery<postgres.Row[]>, what: string): Promise<postgres.Row> => {
    const [found] = await query;
    if (!found) throw new Error(`the demonstration has no ${what}`);
    return found;
  };
  const owner = await one(sql`select id, last_name from accounts where email = 'citoyenne@example.org'`, "owner");
  const demande = await one(
    sql`select d.id, d.number from demandes d join services s on s.id = d.service_id
        where d.account_id = ${owner.id} and d.status = 'pending' and s.slug = 'etat-civil' order by d.created_at limit 1`,
    "pending demande of the owner at the service of the agent",
  );
  const draft = await one(
    sql`select id from demandes where account_id = ${owner.id} and status = 'draft' order by created_at limit 1`,
    "draft",
  );
  const relation = await one(sql`select id from relations where account_id = ${owner.id} limit 1`, "relation");
  const piece = await one(
    sql`select d.id, f.id as file_id from wallet_documents d join wallet_files f on f.document_id = d.id where d.account_id = ${owner.id} limit 1`,
    "piece",
  );
  const attachment = await one(
    sql`select a.id from attachments a join demandes d on d.id = a.demande_id join services s on s.id = d.service_id
        where d.account_id = ${owner.id} and d.number is not null and s.slug = 'etat-civil' and a.scan = 'clean' limit 1`,
    "file of a submitted demande at the service of the agent",
  );
  const letter = await one(sql`select id from mailbox order by sent_at desc limit 1`, "letter");
  const values: readonly (readonly [prefix: string, parameter: string, value: string])[] = [
    ["/demarches/", "[slug]", "acte-de-naissance"],
    ["/demandes/", "[id]", draft.id],
    ["/espace/brouillons/", "[id]", draft.id],
    ["/espace/relations/", "[id]", relation.id],
    ["/espace/porte-documents/", "[id]", piece.id],
    ["/courrier/", "[id]", letter.id],
    ["/api/courrier/", "[id]", letter.id],
    ["/api/brouillons/", "[id]", draft.id],
    ["/api/fichiers/porte-documents/", "[id]", piece.file_id],
    ["/api/fichiers/", "[id]", attachment.id],
    ["/", "[numero]", demande.number],
    ["/", "[onglet]", "historique"],
    ["/", "[rang]", "99"],
  ];
  return {
    fill: (route) =>
      values.reduce(
        (path, [prefix, parameter, value]) => (path.startsWith(prefix) ? path.replace(parameter, value) : path),
        route,
      ),
    generalise: (path) =>
      values.reduce(
        (text, [, parameter, value]) => (parameter === "[onglet]" ? text : text.replace(value, parameter)),
        path,
      ),
    canaries: [owner.last_name, demande.number],
  };
}
