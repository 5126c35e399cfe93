import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { lifetimeSentence } from "@/lib/vocabulary/tokens";

/** The letters of the account (F12, F32, F75, T1, T3). They carry a link, never a password. */

const notYou = "Si vous n’êtes pas à l’origine de cette demande, ignorez ce courriel : rien ne changera.";

export function activationMail(secret: string): MailContent {
  return {
    subject: "Finalisez la création de votre compte",
    greeting: greetingOf(null),
    paragraphs: ["Vous avez demandé à créer un compte sur le portail. Il reste à choisir votre mot de passe."],
    action: { label: "Finaliser l’inscription", path: `/inscription/finaliser?jeton=${secret}` },
    closing: [lifetimeSentence("activation"), notYou, noReply],
  };
}

/** `path`: where to go on once signed in. */
export function alreadyRegisteredMail(path = "/connexion"): MailContent {
  return {
    subject: "Vous avez déjà un compte",
    greeting: greetingOf(null),
    paragraphs: [
      "Quelqu’un, sans doute vous, a demandé à créer un compte avec cette adresse. Un compte existe déjà : connectez-vous avec votre courriel et votre mot de passe.",
      "Si vous avez oublié votre mot de passe, la page de connexion permet d’en choisir un autre.",
    ],
    action: { label: "Se connecter", path },
    closing: [notYou, noReply],
  };
}

export function welcomeMail(name: string, username: string): MailContent {
  return {
    subject: "Votre compte est créé",
    greeting: greetingOf(name),
    paragraphs: ["Votre compte est créé. Vous pouvez vous connecter avec votre courriel ou avec votre identifiant."],
    facts: [{ label: "Identifiant", value: username }],
    action: { label: "Ouvrir mon espace", path: "/espace" },
    closing: [noReply],
  };
}

export function passwordResetMail(name: string, secret: string): MailContent {
  return {
    subject: "Choisissez un nouveau mot de passe",
    greeting: greetingOf(name),
    paragraphs: [
      "Vous avez demandé à choisir un nouveau mot de passe. Votre mot de passe actuel reste valable jusque-là.",
    ],
    action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
    closing: [lifetimeSentence("password_reset"), notYou, noReply],
  };
}

/** `isIdentityLinked`: FranceConnect still opens the account; a new password does not change that. */
export function passwordChangedMail(name: string, isIdentityLinked: boolean): MailContent {
  return {
    subject: "Votre mot de passe a été modifié",
    greeting: greetingOf(name),
    paragraphs: [
      "Le mot de passe de votre compte vient d’être modifié, et vos autres connexions ont été fermées.",
      ...(isIdentityLinked
        ? [
            "FranceConnect reste lié à votre compte, et l’ouvre toujours. Si ce n’est pas vous qui l’avez lié, connectez-vous, puis déliez-le dans « Gestion du compte », rubrique « FranceConnect ».",
          ]
        : []),
      "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.",
    ],
    action: { label: "Choisir un nouveau mot de passe", path: "/mot-de-passe-oublie" },
    closing: [noReply],
  };
}

export function usernameMail(name: string, username: string): MailContent {
  return {
    subject: "Votre identifiant",
    greeting: greetingOf(name),
    paragraphs: ["Vous avez demandé votre identifiant. Il sert à vous connecter, comme votre courriel."],
    facts: [{ label: "Identifiant", value: username }],
    action: { label: "Se connecter", path: "/connexion" },
    closing: [notYou, noReply],
  };
}

export function emailChangeMail(secret: string): MailContent {
  return {
    subject: "Confirmez votre nouveau courriel",
    greeting: greetingOf(null),
    paragraphs: [
      "Vous avez demandé à utiliser cette adresse pour votre compte. Confirmez-la pour que le changement ait lieu.",
    ],
    action: { label: "Confirmer ce courriel", path: `/courriel/confirmer?jeton=${secret}` },
    closing: [lifetimeSentence("email_change"), notYou, noReply],
  };
}

export function emailTakenMail(): MailContent {
  return {
    subject: "Cette adresse a déjà un compte",
    greeting: greetingOf(null),
    paragraphs: [
      "Quelqu’un a demandé à utiliser cette adresse pour un autre compte. Elle en a déjà un : rien n’a été changé.",
    ],
    action: { label: "Se connecter", path: "/connexion" },
    closing: [notYou, noReply],
  };
}

export function emailChangeAskedMail(name: string): MailContent {
  return {
    subject: "Changement de courriel demandé",
    greeting: greetingOf(name),
    paragraphs: [
      "Un changement de l’adresse de votre compte a été demandé. Il aura lieu quand la nouvelle adresse sera confirmée.",
      "Si ce n’est pas vous, changez tout de suite votre mot de passe : il est connu de quelqu’un d’autre.",
    ],
    action: { label: "Changer mon mot de passe", path: "/mot-de-passe-oublie" },
    closing: [noReply],
  };
}

/** To the address left behind: its reader may be the owner, whose account somebody else took. */
export function emailChangedMail(secret: string): MailContent {
  return {
    subject: "Le courriel de votre compte a été modifié",
    greeting: greetingOf(null),
    paragraphs: [
      "Votre compte n’utilise plus cette adresse : la nouvelle a été confirmée.",
      "Si c’est vous, vous n’avez rien à faire.",
      "Si ce n’est pas vous, rétablissez cette adresse : toutes les connexions seront fermées, et vous choisirez un nouveau mot de passe.",
    ],
    action: { label: "Rétablir cette adresse", path: `/courriel/retablir?jeton=${secret}` },
    closing: [lifetimeSentence("email_restore"), noReply],
  };
}
