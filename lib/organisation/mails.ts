import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** The letters of the agents. They carry a link, never a password nor a code. */

const lifetime = `Ce lien est valable ${tokenLifetime("agent_invitation")}, sert une seule fois, et seul le dernier envoyé fonctionne.`;
const alarm = "Si ce n’est pas vous, prévenez tout de suite un administrateur du portail.";
const linkTo = (secret: string) => `/admin/invitation?jeton=${secret}`;

/** `isNew`: false for an agent who had lost their password. */
export function agentInvitationMail(name: string, secret: string, isNew: boolean): MailContent {
  return {
    subject: isNew ? "Votre compte d’agent du portail" : "Vos nouveaux accès d’agent du portail",
    greeting: greetingOf(name),
    paragraphs: [
      isNew
        ? "Un administrateur vous a ouvert un compte d’agent sur le portail. Il reste à choisir votre mot de passe et à enregistrer votre second facteur."
        : "Un administrateur vous envoie de quoi choisir un nouveau mot de passe et enregistrer un nouveau second facteur. Les anciens restent valables jusque-là.",
      "Ayez sous la main un téléphone avec une application d’authentification.",
    ],
    action: { label: isNew ? "Activer mon compte" : "Choisir mes nouveaux accès", path: linkTo(secret) },
    closing: [lifetime, noReply],
  };
}

export function secondFactorLinkMail(name: string, secret: string): MailContent {
  return {
    subject: "Enregistrez un nouveau second facteur",
    greeting: greetingOf(name),
    paragraphs: [
      "Un administrateur vous envoie de quoi enregistrer un nouveau second facteur. Votre mot de passe ne change pas ; l’ancien second facteur reste valable jusque-là.",
    ],
    action: { label: "Enregistrer mon second facteur", path: linkTo(secret) },
    closing: [lifetime, noReply],
  };
}

export function agentBrowserMail(name: string, secret: string): MailContent {
  return {
    subject: "Faites reconnaître votre navigateur",
    greeting: greetingOf(name),
    paragraphs: [
      "Quelqu’un, sans doute vous, demande que le portail reconnaisse son navigateur. Ouvrez ce lien avec celui où vous voulez vous connecter : les essais faits ailleurs sur votre compte ne vous feront plus attendre.",
      "Votre mot de passe et votre second facteur vous seront toujours demandés.",
    ],
    action: { label: "Reconnaître ce navigateur", path: `/admin/connexion/reconnaitre?jeton=${secret}` },
    closing: [
      `Ce lien est valable ${tokenLifetime("agent_browser")}, sert une seule fois, et seul le dernier envoyé fonctionne.`,
      "Si vous n’avez rien demandé, ne l’ouvrez pas et ne le transmettez à personne. Si ces courriels se répètent, prévenez un administrateur du portail.",
      noReply,
    ],
  };
}

export function secondFactorSetMail(name: string): MailContent {
  return notice(name, "Votre second facteur a été remplacé", [
    "Un nouveau second facteur et de nouveaux codes de secours sont enregistrés pour votre compte d’agent. Les anciens ne servent plus.",
  ]);
}

export function agentPasswordChangedMail(name: string): MailContent {
  return notice(name, "Votre mot de passe d’agent a été modifié", [
    "Le mot de passe de votre compte d’agent vient d’être modifié, et vos autres connexions ont été fermées.",
  ]);
}

export function codesRenewedMail(name: string): MailContent {
  return notice(name, "Vos codes de secours ont été renouvelés", [
    "Dix nouveaux codes de secours remplacent les précédents, qui ne servent plus.",
  ]);
}

/** `left`: how many codes remain. */
export function recoveryCodeUsedMail(name: string, left: number): MailContent {
  return notice(name, "Un code de secours a été utilisé", [
    "Une connexion à votre compte d’agent vient d’être faite avec un code de secours.",
    left > 0
      ? `Codes de secours restants : ${left}.`
      : "Il ne vous en reste aucun : renouvelez-les dans « Mon compte ».",
  ]);
}

function notice(name: string, subject: string, paragraphs: readonly string[]): MailContent {
  return {
    subject,
    greeting: greetingOf(name),
    paragraphs: [...paragraphs, alarm],
    action: { label: "Ouvrir mon compte", path: "/admin/mon-compte" },
    closing: [noReply],
  };
}
