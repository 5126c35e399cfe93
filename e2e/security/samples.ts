import { randomInt, randomUUID } from "node:crypto";
import { database, expect, freshEmail, openAgentSession, openCitizenSession, people } from "../fixtures";
import { smallPdf } from "../citizen/steps";
import { formOf, multipart, send } from "./raw-http";

/** What « owner » has, made for this walk alone: journeys that run at the same time never touch it. */
export type Samples = {
  owner: { email: string; cookie: string };
  other: { email: string; cookie: string };
  /** The administrator of an organisation that has nothing of this; to be removed once the walk is done. */
  otherAdmin: { cookie: string; leave: () => Promise<void> };
  /** « /espace/demandes/[numero] » → an address that exists. */
  fill: (route: string) => string;
  /** The other way round. */
  generalise: (path: string) => string;
  /** The folders of a page, each with its value where it is a parameter. */
  valuesOf: (folders: readonly string[]) => { name: string; value: string | null }[];
  /** What a write to a route handler sends. */
  bodyOf: (route: string) => { type: string; body: string };
  /** Words of the owner alone, words that the agents of the demande may read too, and among these who the owner is. */
  canaries: { private: readonly string[]; filed: readonly string[]; identity: readonly string[] };
};

/** Invented, made of letters like any name, and found nowhere else. */
const canary = (about: string) => `${about}${Array.from({ length: 9 }, () => "abcdefghij"[randomInt(10)]).join("")}`;

export async function makeSamples(site: string): Promise<Samples> {
  const words = Object.fromEntries(
    ["Prenom", "Nom", "Lien", "Piece", "Motif", "Brouillon", "Fichier", "Titulaire"].map((about) => [
      about,
      canary(about),
    ]),
  ) as Record<"Prenom" | "Nom" | "Lien" | "Piece" | "Motif" | "Brouillon" | "Fichier" | "Titulaire", string>;
  const owner = await addAccount(words.Prenom, words.Nom);
  const other = await addAccount("Alix", "Voisinage");
  const relationId = await addRelation(owner.id, words.Lien);
  const piece = await addPiece(site, owner, words.Piece, words.Fichier);
  const draftId = await addDraft(site, owner, { holder: words.Brouillon, reason: words.Brouillon });
  const demande = await fileDemande(site, owner, { holder: words.Titulaire, reason: words.Motif });
  const letterId = await letterTo(owner.email);
  const [agent] = await database()<{ id: string }[]>`select id from agents where email = ${people.school}`;
  const agentId = agent?.id ?? "";
  const [school] = await database()<{ id: string; organisation_id: string }[]>`
    select id, organisation_id from services where slug = 'scolarite'`;
  const [birth] = await database()<{ id: string }[]>`select id from demarches where slug = 'acte-de-naissance'`;
  const values: readonly (readonly [prefix: string, parameter: string, value: string])[] = [
    ["/demarches/", "[slug]", "acte-de-naissance"],
    ["/demandes/", "[id]", draftId],
    ["/espace/brouillons/", "[id]", draftId],
    ["/espace/relations/", "[id]", relationId],
    ["/espace/porte-documents/", "[id]", piece.id],
    ["/admin/comptes/", "[id]", owner.id],
    ["/admin/agents/", "[id]", agentId],
    ["/admin/demarches/", "[id]", birth?.id ?? ""],
    ["/admin/services/organismes/", "[id]", school?.organisation_id ?? ""],
    ["/admin/services/", "[id]", school?.id ?? ""],
    ["/admin/reglages/lettres/", "[lettre]", "demande.rejected"],
    ["/api/export/", "[id]", randomUUID()],
    ["/courrier/", "[id]", letterId],
    ["/api/courrier/", "[id]", letterId],
    ["/api/brouillons/", "[id]", draftId],
    ["/api/fichiers/porte-documents/", "[id]", piece.fileId],
    ["/api/fichiers/", "[id]", demande.attachmentId],
    ["/api/", "[[...reste]]", "auth/_log"],
    ["/", "[numero]", demande.number],
    ["/", "[onglet]", "demande"],
    ["/", "[rang]", "99"],
  ];
  const fill = (route: string) =>
    values.reduce(
      (path, [prefix, parameter, value]) => (path.startsWith(prefix) ? path.replace(parameter, value) : path),
      route,
    );
  return {
    owner,
    other,
    otherAdmin: await addOrganisationAdmin("ccas"),
    fill,
    valuesOf: (folders) => {
      const isShown = (folder: string) => !/^[(@]/.test(folder);
      const filled = fill(`/${folders.filter(isShown).join("/")}`)
        .split("/")
        .slice(1);
      return folders.map((folder) => {
        const value = isShown(folder) ? (filled.shift() ?? "") : null;
        return folder.startsWith("[") ? { name: folder.slice(1, -1), value } : { name: folder, value: null };
      });
    },
    generalise: (path) =>
      values.reduce((text, [, parameter, value]) => (value.length > 12 ? text.replace(value, parameter) : text), path),
    bodyOf: (route) => bodies(draftId)[route] ?? { type: "application/json", body: "{}" },
    canaries: {
      private: [words.Lien, words.Piece, words.Brouillon, words.Fichier],
      filed: [owner.email, words.Prenom, words.Nom, words.Motif, words.Titulaire, demande.number],
      identity: [owner.email, words.Prenom, words.Nom],
    },
  };
}

const bodies = (demandeId: string): Readonly<Record<string, { type: string; body: string }>> => ({
  "PATCH /api/brouillons/[id]": {
    type: "application/json",
    body: JSON.stringify({ path: "acte.copies", value: { "acte.copies": "2" }, edition: 0 }),
  },
  "POST /api/mot-de-passe": {
    type: "application/json",
    body: JSON.stringify({ password: "un nuage violet grimpe", words: [] }),
  },
  "POST /api/televersements": multipart(
    [
      ["demandeId", demandeId],
      ["path", "pieces.link"],
    ],
    smallPdf("livret.pdf"),
  ),
});

type Person = { id: string; email: string; cookie: string };

async function addAccount(firstName: string, lastName: string): Promise<Person> {
  const id = randomUUID();
  const email = freshEmail("promenade");
  await database()`
    insert into accounts (id, status, email, first_name, last_name, address_line, postal_code, commune, terms_accepted_at, created_at, activated_at)
    values (${id}, 'active', ${email}, ${firstName}, ${lastName}, '1 place du Parvis', '80000', 'Amiens', now(), now(), now())`;
  return { id, email, cookie: `parvis_session=${await openCitizenSession(email)}` };
}

/** Somebody who administers this organisation alone, signed in. */
async function addOrganisationAdmin(slug: string) {
  const email = `${freshEmail("organisme").split("@")[0] ?? ""}@belleval.example`;
  await database()`
    insert into agents (id, email, name, role, organisation_id, password_hash, totp_secret, is_active, created_at, activated_at)
    select ${randomUUID()}, ${email}, 'Ada Organisme', 'admin', id, '', '', true, now(), now() from organisations where slug = ${slug}`;
  const leave = async () => void (await database()`delete from agents where email = ${email}`);
  return { cookie: `parvis_agent=${await openAgentSession(email)}`, leave };
}

async function addRelation(accountId: string, lastName: string): Promise<string> {
  const id = randomUUID();
  await database()`
    insert into relations (id, account_id, kind, role, first_name, last_name, birth_date, created_at, updated_at)
    values (${id}, ${accountId}, 'natural', 'child', 'Lou', ${lastName}, '2018-03-12', now(), now())`;
  return id;
}

async function addPiece(site: string, owner: Person, title: string, fileName: string) {
  const id = randomUUID();
  await database()`
    insert into wallet_documents (id, account_id, type, title, created_at, updated_at)
    values (${id}, ${owner.id}, 'family_record_book', ${title}, now(), now())`;
  await upload(site, owner, [["documentId", id]], fileName);
  const [file] = await database()<{ id: string }[]>`select id from wallet_files where document_id = ${id}`;
  return { id, fileId: file?.id ?? "" };
}

async function upload(site: string, owner: Person, fields: [string, string][], fileName: string): Promise<void> {
  const { type, body } = multipart(fields, smallPdf(`${fileName}.pdf`));
  const headers = { ...writing(site, owner), accept: "application/json", "content-type": type };
  const answer = await send(site, { method: "POST", path: "/api/televersements", headers, body });
  if (answer.status !== 200) throw new Error(`the sample file was refused: ${answer.text}`);
}

const writing = (site: string, { cookie }: Person) => ({ host: new URL(site).host, origin: site, cookie });

async function addDraft(site: string, owner: Person, { holder, reason }: { holder: string; reason: string }) {
  const path = "/demarches/acte-de-naissance";
  const form = await formOf(site, path, "slug", { cookie: owner.cookie });
  const headers = { ...writing(site, owner), "content-type": form.type };
  const answer = await send(site, { method: "POST", path, headers, body: form.body({}) });
  const id = /\/demandes\/([0-9a-f-]{36})/.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`« Commencer » answered ${answer.status}`);
  const answers = {
    applicant: {
      firstName: "Alix",
      lastName: "Demandeur",
      email: owner.email,
      address: { line: "1 place du Parvis", postalCode: "80000", commune: "Amiens" },
    },
    acte: { kind: "full", copies: 1, relationship: "ascendant", reason },
    personne: {
      holder: { firstName: "Lou", lastName: holder, birthDate: "2018-03-12", birthPlace: "Belleval" },
      firstParent: { firstName: "Alix", lastName: holder },
    },
  };
  const json = database().json(answers);
  await database()`update demande_revisions set answers = ${json} where demande_id = ${id}`;
  await database()`update demandes set step = 'demande' where id = ${id}`;
  return id;
}

async function fileDemande(site: string, owner: Person, words: { holder: string; reason: string }) {
  const id = await addDraft(site, owner, words);
  await upload(
    site,
    owner,
    [
      ["demandeId", id],
      ["path", "pieces.link"],
    ],
    "livret",
  );
  const path = `/demandes/${id}/recapitulatif`;
  const form = await formOf(site, path, "demandeId", { cookie: owner.cookie });
  const headers = { ...writing(site, owner), "content-type": form.type };
  await send(site, { method: "POST", path, headers, body: form.body({}) });
  const [row] = await database()<{ number: string | null; attachment: string }[]>`
    select number, (select id from attachments where demande_id = d.id limit 1) as attachment from demandes d where id = ${id}`;
  if (!row?.number) throw new Error("the sample demande was not filed");
  return { number: row.number, attachmentId: row.attachment };
}

/** The acknowledgement of the owner's demande: nobody else's letter, which its owner might erase meanwhile. */
async function letterTo(email: string): Promise<string> {
  const find = async () => {
    const [letter] = await database()<{ id: string }[]>`select id from mailbox where recipient = ${email} limit 1`;
    return letter?.id ?? "";
  };
  await expect.poll(find, { timeout: 30_000, message: "a letter to the owner of the samples" }).not.toBe("");
  return find();
}
