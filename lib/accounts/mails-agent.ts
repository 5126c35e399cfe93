import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { lifetimeSentence } from "@/lib/vocabulary/tokens";

/** The letters about what the town's agents decide of an account (T11, F44, F68). */

type Contact = { service: string; phone: string; email: string };

const contactFacts = ({ service, phone, email }: Contact) => [
  { label: "Service", value: service },
  { label: "Téléphone", value: phone },
  { label: "Courriel", value: email },
];

export function validatedMail(name: string): MailContent {
  return {
    subject: "Votre compte est validé",
    greeting: greetingOf(name),
    paragraphs: ["Un agent a vérifié votre compte et l’a validé."],
    action: { label: "Ouvrir mon espace", path: "/espace" },
    closing: [noReply],
  };
}

export function validationRefusedMail(name: string, reason: string): MailContent {
  return {
    subject: "La validation de votre compte est refusée",
    greeting: greetingOf(name),
    paragraphs: [
      "Un agent a examiné votre compte et ne l’a pas validé, pour la raison suivante.",
      reason,
      "Vous pouvez contacter la mairie pour régulariser votre situation.",
    ],
    action: { label: "Contacter la mairie", path: "/contact" },
    closing: [noReply],
  };
}

export function changesAcceptedMail(name: string): MailContent {
  return {
    subject: "La modification de votre compte est acceptée",
    greeting: greetingOf(name),
    paragraphs: ["Un agent a accepté la modification que vous avez demandée. Votre compte est à jour."],
    action: { label: "Voir mon compte", path: "/espace/compte" },
    closing: [noReply],
  };
}

export function changesRefusedMail(name: string, reason: string): MailContent {
  return {
    subject: "La modification de votre compte est refusée",
    greeting: greetingOf(name),
    paragraphs: [
      "Un agent a refusé la modification que vous avez demandée, pour la raison suivante.",
      reason,
      "Les données de votre compte restent celles d’avant. Vous pouvez demander une autre modification.",
    ],
    action: { label: "Voir mon compte", path: "/espace/compte" },
    closing: [noReply],
  };
}

export function suspendedMail(name: string, reason: string, contact: Contact): MailContent {
  return {
    subject: "Votre compte est suspendu",
    greeting: greetingOf(name),
    paragraphs: [
      "Votre compte est suspendu : vous ne pouvez plus vous y connecter. Vos demandes et vos documents sont conservés.",
      reason,
      "Pour toute question, ou pour contester cette décision, contactez le service ci-dessous.",
    ],
    facts: contactFacts(contact),
    action: { label: "Contacter la mairie", path: "/contact" },
    closing: [noReply],
  };
}

export function reinstatedMail(name: string): MailContent {
  return {
    subject: "La suspension de votre compte est levée",
    greeting: greetingOf(name),
    paragraphs: ["Vous pouvez de nouveau vous connecter à votre compte, comme avant."],
    action: { label: "Se connecter", path: "/connexion" },
    closing: [noReply],
  };
}

export function recoveryAskedMail(name: string, secret: string): MailContent {
  return {
    subject: "Votre compte va changer d’adresse : est-ce vous ?",
    greeting: greetingOf(name),
    paragraphs: [
      "Une personne s’est présentée à un agent pour remplacer l’adresse de votre compte, en disant ne plus avoir accès à cette messagerie. Un second agent doit encore vérifier sa demande, au plus tôt dans 24 heures.",
      "Si ce n’est pas vous, arrêtez tout de suite cette demande : le compte sera gelé, et vous le rouvrirez à l’accueil avec une pièce d’identité. Si c’est bien vous, ne faites rien.",
    ],
    action: { label: "Arrêter cette demande", path: `/compte/recuperation?jeton=${secret}` },
    closing: [lifetimeSentence("recovery_stop"), noReply],
  };
}

export function recoveryRefusedMail(name: string): MailContent {
  return {
    subject: "Votre compte garde son adresse",
    greeting: greetingOf(name),
    paragraphs: ["La demande de remplacement de l’adresse de votre compte est refusée : rien n’a changé."],
    action: { label: "Contacter la mairie", path: "/contact" },
    closing: [noReply],
  };
}

/** To the address left behind: its reader may be the owner, whom somebody passed for at the counter. */
export function recoveryOldAddressMail(contact: Contact, secret: string): MailContent {
  return {
    subject: "Votre compte a changé d’adresse",
    greeting: greetingOf(null),
    paragraphs: [
      "Deux agents ont vérifié la demande : votre compte n’utilise plus cette adresse, et ses connexions ont été fermées.",
      "Si c’est vous, vous n’avez rien à faire.",
      "Si ce n’est pas vous, rétablissez cette adresse : toutes les connexions seront fermées, et vous choisirez un nouveau mot de passe. Prévenez aussi le service ci-dessous.",
    ],
    facts: contactFacts(contact),
    action: { label: "Rétablir cette adresse", path: `/courriel/retablir?jeton=${secret}` },
    closing: ["Ce lien est valable 7 jours et sert une seule fois.", noReply],
  };
}

export function recoveredMail(name: string, username: string | null, secret: string): MailContent {
  return {
    subject: "Retrouvez l’accès à votre compte",
    greeting: greetingOf(name),
    paragraphs: [
      "Votre compte utilise maintenant cette adresse. Choisissez un nouveau mot de passe pour vous connecter : l’ancien ne sert plus.",
    ],
    facts: username ? [{ label: "Identifiant", value: username }] : undefined,
    action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
    closing: [
      `${lifetimeSentence("password_reset")} Passé ce délai, demandez-en un autre depuis « Mot de passe oublié », avec cette adresse.`,
      noReply,
    ],
  };
}
