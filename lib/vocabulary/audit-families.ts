import { auditVerbs, type AuditVerb } from "./audit-verbs";

/** What a verb of the journal is about: the word before its dot. */
export type AuditFamily = AuditVerb extends `${infer Family}.${string}` ? Family : never;

/** `one`: what stands before an identifier; `all`: the choice of a filter. */
export const auditFamilies: Record<AuditFamily, { one: string; all: string }> = {
  organisation: { one: "Organisation", all: "Organisations" },
  service: { one: "Service", all: "Services" },
  agent: { one: "Agent", all: "Agents et leurs connexions" },
  account: { one: "Compte usager", all: "Comptes des usagers" },
  relation: { one: "Relation", all: "Relations" },
  wallet_document: { one: "Pièce", all: "Porte-documents" },
  theme: { one: "Thème", all: "Thèmes" },
  demarche: { one: "Démarche", all: "Démarches" },
  demande: { one: "Demande", all: "Demandes" },
  attachment: { one: "Fichier", all: "Fichiers des demandes" },
  message: { one: "Message", all: "Messages" },
  notification: { one: "Notification", all: "Notifications" },
  robot_code: { one: "Code anti-robot", all: "Codes anti-robot" },
  mail: { one: "Courriel", all: "Courriels" },
  journal: { one: "Journal", all: "Journal" },
  settings: { one: "Réglage", all: "Réglages" },
  letter: { one: "Texte de courriel", all: "Textes des courriels" },
  housekeeping: { one: "Tâche", all: "Ménage automatique" },
  backup: { one: "Sauvegarde", all: "Sauvegardes" },
};

export function familyOf(verb: AuditVerb): AuditFamily {
  return verb.slice(0, verb.indexOf(".")) as AuditFamily;
}

export function verbsOf(family: AuditFamily): AuditVerb[] {
  return auditVerbs.filter((verb) => familyOf(verb) === family);
}

export function isFamily(text: string): text is AuditFamily {
  return Object.hasOwn(auditFamilies, text);
}
