/**
 * Whom each route is walked as. « owner » has the samples (samples.ts); « agent » belongs to the service that instructs them; « admin » is of
 * the portal, « otherAdmin » of an organisation that the samples are not of (decision 047).
 */
export const walkers = ["anonymous", "owner", "other", "agent", "otherAgent", "admin", "otherAdmin"] as const;
export type Walker = (typeof walkers)[number];

/** A status, or « → path » for a redirection (query left out). */
export type Outcome = `${number}` | `→ ${string}`;
export type Row = Readonly<Record<Walker, Outcome>>;

const all = (outcome: Outcome): Row => ({
  anonymous: outcome,
  owner: outcome,
  other: outcome,
  agent: outcome,
  otherAgent: outcome,
  admin: outcome,
  otherAdmin: outcome,
});

/* How a row is written: one of these words, with what its people see where it is not the page itself (« 200 »). */

/** Whoever comes. */
const open = all("200");
/** One answer for all of them, whichever. */
const always = all;
/** FranceConnect, which this server was not given: nothing of it exists. */
const unset = all("404");
/** Pages to get in: whoever is in already is sent to their space. An agent is nobody on the citizens' side. */
const gettingIn: Row = { ...open, owner: "→ /espace", other: "→ /espace" };
const agentsGettingIn: Row = {
  ...open,
  agent: "→ /admin",
  otherAgent: "→ /admin",
  admin: "→ /admin",
  otherAdmin: "→ /admin",
};
/** The space: any citizen sees their own. */
const citizens = (seen: Outcome = "200"): Row => ({ ...all("→ /connexion"), owner: seen, other: seen });
/** One thing of the space: its owner alone; for another citizen it does not exist. */
const own = (seen: Outcome = "200"): Row => ({ ...all("→ /connexion"), owner: seen, other: "404" });
/** What is its owner's, asked without going through the sign-in page: for all others it does not exist. */
const ownerOnly = (seen: Outcome = "200"): Row => ({ ...all("404"), owner: seen });
/** The agents' side. */
const agents = (seen: Outcome = "200"): Row => ({
  ...all("→ /admin/connexion"),
  agent: seen,
  otherAgent: seen,
  admin: seen,
  otherAdmin: seen,
});
/** Administrators of the portal; an agent, that of an organisation too, is sent to the agents' home page. */
const administrators = (seen: Outcome = "200"): Row => ({ ...agents("→ /admin"), admin: seen });
/** Administrators, each of whom finds there what is theirs. */
const managers: Row = { ...administrators(), otherAdmin: "200" };
/** One thing that administrators manage: for that of another organisation it does not exist. */
const managed: Row = { ...administrators(), otherAdmin: "404" };
/** A demande at the agents': its service, and administrators; for another service or organisation it does not exist. */
const instructors = (seen: Outcome = "200"): Row => ({ ...agents(seen), otherAgent: "404", otherAdmin: "404" });
/** What owner and instructors share (files, PDFs). */
const shared: Row = { ...all("404"), owner: "200", agent: "200", admin: "200" };

/**
 * Pages, each by its address: what a GET gives to each walker. The demande of the samples waits for an agent, so the pages of its
 * correction lead back to it.
 */
const pages: Readonly<Record<string, Row>> = {
  "/": open,
  "/_not-found": always("404"),
  "/accessibilite": open,
  "/aide": open,
  "/conditions-d-utilisation": open,
  "/contact": open,
  "/cookies": open,
  "/demarches": open,
  "/demarches/[slug]": open,
  // The page that the front shows in place of another: by its address, it does not exist.
  "/erreur": always("404"),
  "/donnees-personnelles": open,
  "/mentions-legales": open,
  "/plan-du-site": open,
  "/recherche": open,

  "/compte/recuperation": open,
  "/compte/supprime": open,
  "/compte/supprimer": open,
  "/connexion": gettingIn,
  "/connexion/lien": gettingIn,
  "/connexion/ouvrir": open,
  "/courriel/confirmer": open,
  "/courriel/retablir": open,
  "/deconnexion": { ...all("→ /"), owner: "200", other: "200" },
  "/deconnexion/franceconnect": unset,
  "/franceconnect": unset,
  "/franceconnect/compte": unset,
  "/franceconnect/confirmer": unset,
  "/franceconnect/courriel-envoye": unset,
  "/franceconnect/echec": unset,
  "/franceconnect/inscription": unset,
  "/identifiant-oublie": open,
  "/inscription": gettingIn,
  "/inscription/confirmation": citizens(),
  "/inscription/courriel-envoye": open,
  "/inscription/finaliser": open,
  "/mot-de-passe-oublie": open,
  "/quitter": { ...open, owner: "→ /deconnexion", other: "→ /deconnexion" },
  "/quitter/termine": open,
  "/mot-de-passe/nouveau": open,

  "/suivi": open,
  "/suivi/[numero]": always("→ /suivi/[numero]/historique"),
  "/suivi/[numero]/[onglet]": ownerOnly(),
  "/suivi/[numero]/annuler": ownerOnly(),
  "/suivi/[numero]/corriger": ownerOnly("→ /suivi/[numero]/historique"),
  "/suivi/[numero]/modifier": ownerOnly(),
  "/suivi/[numero]/rattacher": { ...citizens(), owner: "→ /espace/demandes/[numero]/historique" },
  "/suivi/[numero]/retirer": ownerOnly("→ /suivi/[numero]/historique"),
  "/suivi/courriel-envoye": open,
  "/suivi/ouvrir": open,

  "/atelier": always("404"),
  "/atelier/agents": always("404"),
  "/courrier": open,
  "/courrier/[id]": open,

  "/demandes/[id]": ownerOnly("→ /demandes/[id]/demande"),
  "/demandes/[id]/confirmation": always("404"),
  "/demandes/[id]/courriel": always("404"),
  "/demandes/[id]/demande": ownerOnly(),
  "/demandes/[id]/demande/documents": ownerOnly(),
  "/demandes/[id]/demarche": ownerOnly(),
  "/demandes/[id]/informations": ownerOnly(),
  "/demandes/[id]/recapitulatif": ownerOnly(),
  "/demandes/[id]/rendez-vous": { ...always("404"), owner: "→ /demandes/[id]" },
  "/demandes/[id]/reprendre": { ...open, owner: "→ /demandes/[id]", other: "→ /demandes/[id]" },

  "/espace": citizens(),
  "/espace/brouillons": citizens(),
  "/espace/brouillons/[id]/supprimer": own(),
  "/espace/compte": citizens(),
  "/espace/compte/connexions": citizens(),
  "/espace/compte/courriel": citizens(),
  "/espace/compte/donnees": citizens(),
  "/espace/compte/donnees/adresse": citizens(),
  "/espace/compte/donnees/contact": citizens(),
  "/espace/compte/donnees/identite": citizens(),
  "/espace/compte/export": citizens(),
  "/espace/compte/franceconnect": unset,
  "/espace/compte/identifiant": citizens(),
  "/espace/compte/mot-de-passe": citizens(),
  "/espace/compte/preferences": citizens(),
  "/espace/compte/supprimer": citizens(),
  "/espace/coordonnees": citizens(),
  "/espace/demandes": citizens(),
  "/espace/demandes/[numero]": always("→ /espace/demandes/[numero]/historique"),
  "/espace/demandes/[numero]/[onglet]": own(),
  "/espace/demandes/[numero]/annuler": own(),
  "/espace/demandes/[numero]/corriger": own("→ /espace/demandes/[numero]/historique"),
  "/espace/demandes/[numero]/modifier": own(),
  "/espace/echanges": citizens(),
  "/espace/notifications": citizens(),
  "/espace/porte-documents": citizens(),
  "/espace/porte-documents/[id]": own(),
  "/espace/porte-documents/[id]/modifier": own(),
  "/espace/porte-documents/[id]/supprimer": own(),
  "/espace/porte-documents/ajouter": citizens(),
  "/espace/sans-compte": citizens(),
  "/espace/relations": citizens(),
  "/espace/relations/[id]": own(),
  "/espace/relations/[id]/modifier": own(),
  "/espace/relations/[id]/supprimer": own(),
  "/espace/relations/ajouter": citizens(),

  "/admin": agents(),
  "/admin/agents": managers,
  "/admin/agents/[id]": managed,
  "/admin/agents/[id]/retirer": managed,
  "/admin/agents/inviter": managers,
  // The codes that this very browser has just been given; none, here.
  "/admin/codes-de-secours": always("→ /admin"),
  "/admin/comptes": agents(),
  "/admin/comptes/[id]": agents(),
  "/admin/comptes/[id]/recuperation": agents(),
  "/admin/comptes/[id]/refus": agents(),
  "/admin/comptes/[id]/refus-modification": agents(),
  "/admin/comptes/[id]/reouverture": agents(),
  "/admin/comptes/[id]/suspension": administrators(),
  "/admin/connexion": agentsGettingIn,
  "/admin/connexion/navigateur": agentsGettingIn,
  "/admin/connexion/reconnaitre": open,
  "/admin/courriels": managers,
  "/admin/demandes": agents(),
  "/admin/demandes/[numero]": instructors(),
  "/admin/demandes/[numero]/annulation": instructors(),
  "/admin/demandes/[numero]/complements": instructors(),
  "/admin/demandes/[numero]/rejet": instructors(),
  "/admin/demandes/[numero]/reouverture": instructors(),
  "/admin/demandes/[numero]/validation": instructors(),
  "/admin/demarches": administrators(),
  "/admin/demarches/[id]": administrators(),
  "/admin/demarches/publier": administrators(),
  "/admin/echanges": agents(),
  "/admin/invitation": open,
  "/admin/journal": managers,
  "/admin/mon-compte": agents(),
  "/admin/mon-compte/codes": agents(),
  "/admin/mon-compte/mot-de-passe": agents(),
  "/admin/reglages": administrators(),
  "/admin/reglages/accessibilite": administrators(),
  "/admin/reglages/lettres": administrators(),
  "/admin/reglages/lettres/[lettre]": administrators(),
  "/admin/reglages/ville": administrators(),
  "/admin/reglages/sauvegarde": administrators(),
  "/admin/services": managers,
  "/admin/services/[id]": managed,
  "/admin/services/[id]/fermer": managed,
  "/admin/services/nouveau": managers,
  "/admin/services/organismes/[id]": administrators(),
  "/admin/services/organismes/nouveau": administrators(),
  "/admin/taches": administrators(),
};

/** Route handlers, each by its method and its address. What a write sends stands in samples.ts. */
const handlers: Readonly<Record<string, Row>> = {
  // Whatever no other row names, next-auth's own addresses first (decision 022).
  "GET /api/[[...reste]]": always("404"),
  "POST /api/[[...reste]]": always("404"),
  "PUT /api/[[...reste]]": always("404"),
  "PATCH /api/[[...reste]]": always("404"),
  "DELETE /api/[[...reste]]": always("404"),
  "GET /api/auth/franceconnect/deconnecte": unset,
  "GET /api/auth/franceconnect/depart": unset,
  "GET /api/auth/franceconnect/retour": unset,
  "GET /api/auth/franceconnect/sortie": unset,
  "PATCH /api/brouillons/[id]": ownerOnly(),
  "GET /api/communes": open,
  "GET /api/courrier/[id]/html": open,
  "GET /api/courrier/[id]/[rang]": always("404"),
  // While it waits, its owner changes it instead (F49).
  "GET /api/demandes/[numero]/pdf": { ...shared, owner: "404" },
  // No copy was asked for: whose it would be is tried in e2e/citizen/export.spec.ts and lib/exports.
  "GET /api/export/[id]": always("404"),
  "GET /api/fichiers/[id]": shared,
  "GET /api/fichiers/porte-documents/[id]": ownerOnly(),
  "GET /api/jobs": always("404"),
  "POST /api/jobs": always("404"),
  "GET /api/journal": { ...all("404"), admin: "200", otherAdmin: "200" },
  // The demonstration's logo is a file of public/: e2e/agent/settings.spec.ts gives the town one of its own.
  "GET /api/logo/[version]": always("404"),
  // Without a file, to whom reads JSON.
  "POST /api/logo": { ...all("404"), admin: "422" },
  "GET /api/pret": open,
  "GET /api/recepisse/[numero]": shared,
  "GET /api/robot/defi": open,
  "GET /api/sante": open,
  "GET /api/session/agent": { ...all("401"), agent: "200", otherAgent: "200", admin: "200", otherAdmin: "200" },
  "GET /api/session/usager": { ...all("401"), owner: "200", other: "200" },
  "POST /api/session/agent": { ...all("401"), agent: "200", otherAgent: "200", admin: "200", otherAdmin: "200" },
  "POST /api/session/usager": { ...all("401"), owner: "200", other: "200" },
  "POST /api/mot-de-passe": open,
  "POST /api/televersements": ownerOnly(),
  "GET /api/uploadthing": always("404"),
  "POST /api/uploadthing": always("404"),
};

export const routeTable: Readonly<Record<string, Row>> = { ...pages, ...handlers };
