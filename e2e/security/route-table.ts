/** Whom each route is walked as. « owner » owns the samples; « agent » belongs to the service that instructs them. */
export const walkers = ["anonymous", "owner", "other", "agent", "otherAgent", "admin"] as const;
export type Walker = (typeof walkers)[number];

/** A status, or « → path » for a redirection (query left out). */
export type Outcome = `${number}` | `→ ${string}`;
export type Row = Readonly<Record<Walker, Outcome>>;

const row = (
  anonymous: Outcome,
  owner: Outcome,
  other: Outcome,
  agent: Outcome,
  otherAgent: Outcome,
  admin: Outcome,
): Row => ({
  anonymous,
  owner,
  other,
  agent,
  otherAgent,
  admin,
});

const signIn = "→ /connexion";
const desk = "→ /admin/connexion";

/** Anyone, always the same. */
const all = (outcome: Outcome) => row(outcome, outcome, outcome, outcome, outcome, outcome);
const open = all("200");
/** Pages to get in: whoever is in already is sent to their space. An agent is nobody on the citizens' side. */
const gettingIn = row("200", "→ /espace", "→ /espace", "200", "200", "200");
/** The space: any citizen sees their own. */
const space = row(signIn, "200", "200", signIn, signIn, signIn);
/** One thing of the space: its owner alone; for another citizen it does not exist. */
const own = (seen: Outcome = "200") => row(signIn, seen, "404", signIn, signIn, signIn);
/** A draft, opened by an account or a guest key: never by an agent, not even an administrator. */
const draft = (seen: Outcome) => row("404", seen, "404", "404", "404", "404");
const agents = row(desk, desk, desk, "200", "200", "200");
const administrators = row(desk, desk, desk, "→ /admin", "→ /admin", "200");
/** A demande at the agents': its service, and administrators. */
const instruct = (seen: Outcome = "200") => row(desk, desk, desk, seen, "404", seen);
/** A file: the owner, the service that instructs it, administrators. */
const file = row("404", "200", "404", "200", "404", "200");

/** GET of every route of the build. The samples are a pending demande, a draft, a relation, a piece and their files, all of « owner ». */
export const routeTable: Readonly<Record<string, Row>> = {
  "/": open,
  "/_not-found": all("404"),
  "/accessibilite": open,
  "/aide": open,
  "/conditions-d-utilisation": open,
  "/contact": open,
  "/cookies": open,
  "/demarches": open,
  "/demarches/[slug]": open,
  "/donnees-personnelles": open,
  "/mentions-legales": open,
  "/plan-du-site": open,
  "/recherche": open,
  "/suivi": open,
  "/suivi/courriel-envoye": open,
  "/suivi/ouvrir": open,

  "/connexion": gettingIn,
  "/deconnexion": open,
  "/identifiant-oublie": open,
  "/inscription": gettingIn,
  "/inscription/courriel-envoye": open,
  "/inscription/confirmation": open,
  "/inscription/finaliser": open,
  "/mot-de-passe-oublie": open,
  "/mot-de-passe/nouveau": open,

  "/atelier": all("404"),
  "/atelier/agents": all("404"),
  "/courrier": open,
  "/courrier/[id]": open,

  "/demandes/[id]": draft("→ /demandes/[id]/recapitulatif"),
  "/demandes/[id]/confirmation": draft("→ /demandes/[id]"),
  "/demandes/[id]/demande": draft("200"),
  "/demandes/[id]/demande/documents": draft("200"),
  "/demandes/[id]/demarche": draft("200"),
  "/demandes/[id]/informations": draft("200"),
  "/demandes/[id]/recapitulatif": draft("200"),
  "/demandes/[id]/rendez-vous": draft("→ /demandes/[id]/informations"),

  "/espace": space,
  "/espace/brouillons": space,
  "/espace/brouillons/[id]/supprimer": own(),
  "/espace/compte": space,
  "/espace/compte/donnees": space,
  "/espace/compte/mot-de-passe": space,
  "/espace/compte/preferences": space,
  "/espace/coordonnees": space,
  "/espace/demandes": space,
  "/espace/demandes/[numero]": own("→ /espace/demandes/[numero]/historique"),
  "/espace/demandes/[numero]/[onglet]": own(),
  "/espace/demandes/[numero]/annuler": own(),
  "/espace/demandes/[numero]/corriger": own("→ /espace/demandes/[numero]/historique"),
  "/espace/demandes/[numero]/modifier": own(),
  "/espace/echanges": space,
  "/espace/notifications": space,
  "/espace/porte-documents": space,
  "/espace/porte-documents/[id]": own(),
  "/espace/porte-documents/[id]/modifier": own(),
  "/espace/porte-documents/[id]/supprimer": own(),
  "/espace/porte-documents/ajouter": space,
  "/espace/relations": space,
  "/espace/relations/[id]": own(),
  "/espace/relations/[id]/modifier": own(),
  "/espace/relations/[id]/supprimer": own(),
  "/espace/relations/ajouter": space,

  "/admin": agents,
  "/admin/connexion": row("200", "200", "200", "→ /admin", "→ /admin", "→ /admin"),
  "/admin/courriels": administrators,
  "/admin/demandes": agents,
  "/admin/demandes/[numero]": instruct(),
  "/admin/demandes/[numero]/annulation": instruct(),
  "/admin/demandes/[numero]/complements": instruct(),
  "/admin/demandes/[numero]/rejet": instruct(),
  "/admin/demandes/[numero]/reouverture": instruct("→ /admin/demandes/[numero]"),
  "/admin/demandes/[numero]/validation": instruct("→ /admin/demandes/[numero]"),
  "/admin/demarches": agents,
  "/admin/echanges": agents,
  "/admin/journal": administrators,

  "/api/brouillons/[id]": all("405"),
  "/api/communes": open,
  "/api/courrier/[id]/[rang]": all("404"),
  "/api/demandes/[numero]/pdf": file,
  "/api/fichiers/[id]": file,
  "/api/fichiers/porte-documents/[id]": row("404", "200", "404", "404", "404", "404"),
  "/api/jobs": all("401"),
  "/api/pret": open,
  "/api/recepisse/[numero]": file,
  "/api/robot/defi": open,
  "/api/sante": open,
  "/api/session/agent": all("405"),
  "/api/session/usager": all("405"),
  "/api/televersements": all("405"),
};
