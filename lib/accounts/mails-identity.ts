import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { lifetimeSentence } from "@/lib/vocabulary/tokens";

/** The letters about FranceConnect (X1). */

export function identityLinkMail(name: string, secret: string): MailContent {
  return {
    subject: "Confirmez le lien avec FranceConnect",
    greeting: greetingOf(name),
    paragraphs: [
      "Une personne qui vient de s’identifier avec FranceConnect demande à se connecter ainsi à votre compte.",
      "Si c’est vous, ouvrez ce lien dans le navigateur où vous vous êtes identifié : ailleurs, il ne lie rien.",
    ],
    action: { label: "Lier FranceConnect à mon compte", path: `/franceconnect/confirmer?jeton=${secret}` },
    closing: [
      lifetimeSentence("identity_link"),
      "Si ce n’est pas vous, ignorez ce courriel : rien ne changera.",
      noReply,
    ],
  };
}

export function identityLinkedMail(name: string): MailContent {
  return {
    subject: "FranceConnect est lié à votre compte",
    greeting: greetingOf(name),
    paragraphs: [
      "Vous pouvez maintenant vous connecter avec FranceConnect. Votre mot de passe reste valable.",
      "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe, puis déliez FranceConnect dans votre compte.",
    ],
    action: { label: "Voir dans mon compte", path: "/espace/compte/franceconnect" },
    closing: [noReply],
  };
}

export function identityUnlinkedMail(name: string): MailContent {
  return {
    subject: "FranceConnect n’est plus lié à votre compte",
    greeting: greetingOf(name),
    paragraphs: [
      "FranceConnect n’ouvre plus votre compte : connectez-vous avec votre courriel ou votre identifiant, et votre mot de passe.",
      "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.",
    ],
    action: { label: "Voir dans mon compte", path: "/espace/compte/franceconnect" },
    closing: [noReply],
  };
}
