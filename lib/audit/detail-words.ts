import { mailKindLabel } from "@/lib/vocabulary/mail-kinds";
import { agentRoleLabels } from "@/lib/vocabulary/roles";

/** The codes of a line's details, in French. One without words shows as it is. */
const keys: Readonly<Record<string, string>> = {
  files: "fichiers",
  items: "points à reprendre",
  count: "nombre",
  attempts: "tentatives",
  sessions: "connexions",
  services: "services",
  codes: "codes",
  left: "codes restants",
  role: "rôle",
  by: "par",
  again: "nouvel envoi",
  secondFactor: "second facteur seul",
  revision: "modification",
  path: "champ",
  origin: "origine",
  kind: "sorte",
  scan: "résultat",
  type: "sorte",
  demarche: "démarche",
  slug: "adresse",
  version: "version",
  isNew: "nouveau",
  isAbandoned: "abandonné",
  invitedAccounts: "comptes jamais activés",
  from: "du",
  to: "au",
  act: "acte",
  agent: "agent",
  subject: "objet",
  recoveries: "récupérations",
  reason: "motif",
};

const values: Readonly<Record<string, string>> = {
  ...agentRoleLabels,
  true: "oui",
  false: "non",
  owner: "son titulaire",
  link: "un lien",
  wallet: "porte-documents",
  held: "boîte tenue par quelqu’un d’autre",
  taken: "adresse prise entre-temps",
};

/** « fichiers : 2 » */
export function detailText([key, value]: [string, string | number | boolean]): string {
  const text = String(value);
  return `${keys[key] ?? key}\u00a0: ${key === "kind" ? mailKindLabel(text) : (values[text] ?? text)}`;
}
