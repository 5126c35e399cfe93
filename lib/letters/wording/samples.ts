import type { FactsOf, LetterKind } from "../kinds";

/**
 * A letter of each kind, with facts that nobody has: for the page where administrators read what is said, and for the tests. A kind
 * without its sample does not compile.
 */

const secret = "exemple";
const contact = {
  service: "Accueil de la mairie",
  email: "accueil@ville.example",
  phone: "01 99 00 12 34",
  address: ["1 place de la Mairie", "99000 Ville"],
  hours: "Du lundi au vendredi, de 9 h à 17 h",
};
const agent = { id: "00000000-0000-7000-8000-000000000001", name: "Dominique Exemple", email: "agent@ville.example" };
const by = "Claude Exemple";
const reason = "La pièce jointe n’est pas lisible.";
const day = new Date("2027-03-28T10:00:00Z");
const about = {
  demarcheId: "00000000-0000-7000-8000-000000000002",
  demarche: "Acte de naissance",
  number: "2026-7K3Q-9XM4",
  path: "/espace/demandes/2026-7K3Q-9XM4/historique",
};
const service = {
  name: "État civil",
  organisation: "Ville",
  address: "1 place de la Mairie, 99000 Ville",
  phone: "01 99 00 12 35",
  email: "etat-civil@ville.example",
};
const received = {
  applicant: "Camille Exemple",
  beneficiary: null,
  receivedAt: new Date("2026-11-30T09:12:00Z"),
  delay: {
    promise: "Nous nous engageons à vous répondre le 7 décembre 2026 au plus tard.",
    lawTitle: "Si vous n’avez pas de réponse",
    law: ["Sans réponse de notre part le 30 janvier 2027, votre demande sera rejetée."],
  },
  hasAccount: true,
};
const demandeId = "00000000-0000-7000-8000-000000000003";
const receivedBy = { number: about.number, service, papers: null };

export const samples: { readonly [K in LetterKind]: FactsOf<K> } = {
  "account.activation": { secret },
  "account.already_registered": { path: "/connexion" },
  "account.welcome": { username: "camille.exemple" },
  "account.validated": {},
  "account.validation_refused": { reason },
  "account.changes_accepted": {},
  "account.changes_refused": { reason },
  "account.suspended": { reason, contact },
  "account.reinstated": {},
  "account.recovery_asked": { secret },
  "account.recovery_refused": {},
  "account.recovery_confirmed": { username: "camille.exemple", secret },
  "account.recovery_old_address": { contact, secret },
  "account.frozen": { contact },
  "account.held": { contact, effectiveAt: day },
  "account.reopening_asked": { contact, from: day },
  "account.still_frozen": { contact },
  "account.reopened_to_others": { contact },
  "account.reopened": { secret },
  "account.username": { username: "camille.exemple" },
  "account.username_changed": { username: "camille.exemple" },
  "account.password": { secret },
  "account.password_changed": { isIdentityLinked: true },
  "account.sign_in_link": { secret },
  "account.email": { secret },
  "account.email_taken": {},
  "account.email_warning": {},
  "account.email_changed": { secret },
  "account.email_restored": { secret },
  "account.email_replaced": {},
  "account.identity": { secret },
  "account.identity_linked": {},
  "account.identity_unlinked": {},
  "account.export_made": { expiresAt: day },
  "account.idle": { day },
  "account.deletion": { secret },
  "account.deleted": { finishing: [{ number: about.number, demarche: about.demarche }], withdrawn: 1 },
  "agent.invitation": { secret },
  "agent.new_access": { secret },
  "agent.second_factor": { secret },
  "agent.second_factor_set": {},
  "agent.browser": { secret },
  "agent.password_changed": {},
  "agent.recovery_codes": {},
  "agent.recovery_code_used": { left: 3 },
  "agent.access_given": { how: "invited", by, agent },
  "agent.admin_changed": { how: "named", by, agent, organisation: "" },
  "agent.recovery_notice": { act: "asked", by, accountId: agent.id },
  "agent.task_silent": { task: "Envoie les courriels en attente.", silentSince: day, hasSucceeded: true },
  "agent.disk_short": { isFull: true, leftMegabytes: 58, leastMegabytes: 200 },
  "robot.code": { code: "123456", minutes: 10 },
  "demande.filed": { ...about, ...received, ...receivedBy, demandeId },
  "demande.changed": { ...about, ...received, ...receivedBy },
  "demande.corrected": { ...about, ...received, ...receivedBy },
  "demande.filed_together": {
    ...about,
    ...received,
    each: [
      { ...receivedBy, demandeId },
      { ...receivedBy, number: "2026-4H8N-2PQ7", service: { ...service, name: "Petite enfance" }, demandeId },
    ],
  },
  "demande.withdrawn": about,
  "demande.taken": about,
  "demande.complete": about,
  "demande.incomplete": {
    ...about,
    reason,
    items: [{ label: "Pièce d’identité", reason: "outdated", comment: "Elle a expiré en mars." }],
  },
  "demande.validated": { ...about, reason: "Votre acte vous attend.", files: 1 },
  "demande.rejected": { ...about, reason },
  "demande.cancelled": { ...about, reason },
  "demande.reopened": { ...about, reason },
  "demande.handed_over": { ...about, from: "Accueil de la mairie", service, isTransmitted: true },
  "demande.released": about,
  "demande.message": about,
  "demande.follow": { ...about, hasAccount: false },
  "demande.draft_link": { ...about, number: "", until: day },
  "demande.claimed": about,
  "demande.contact": about,
  "draft.expiring": { ...about, number: "", day },
};
