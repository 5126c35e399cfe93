import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { lifetimeSentence, tokenLifetime } from "@/lib/vocabulary/tokens";

/** The letters of the ways in and of the ways back: sign-in by link, identifiant changed, address restored. */

export function signInLinkMail(name: string, secret: string): MailContent {
  return {
    subject: "Votre lien de connexion",
    greeting: greetingOf(name),
    paragraphs: [
      "Vous avez demandé à vous connecter sans mot de passe. Ouvrez ce lien, puis choisissez « Me connecter ».",
    ],
    action: { label: "Me connecter", path: `/connexion/ouvrir?jeton=${secret}` },
    closing: [
      `${lifetimeSentence("sign_in")} Ne le transmettez à personne : il ouvre votre compte.`,
      "Si vous n’êtes pas à l’origine de cette demande, ignorez ce courriel : personne n’est connecté.",
      noReply,
    ],
  };
}

export function usernameChangedMail(name: string, username: string): MailContent {
  return {
    subject: "Votre identifiant a été modifié",
    greeting: greetingOf(name),
    paragraphs: [
      "L’identifiant de votre compte vient d’être modifié. L’ancien ne sert plus. Votre courriel sert toujours à vous connecter.",
      "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe : toutes vos connexions seront fermées.",
    ],
    facts: [{ label: "Nouvel identifiant", value: username }],
    action: { label: "Choisir un nouveau mot de passe", path: "/mot-de-passe-oublie" },
    closing: [noReply],
  };
}

/** To the address put back. The password that somebody else may know no longer opens anything: this link replaces it. */
export function emailRestoredMail(name: string, secret: string): MailContent {
  return {
    subject: "Votre courriel est rétabli : choisissez un nouveau mot de passe",
    greeting: greetingOf(name),
    paragraphs: [
      "Votre compte utilise de nouveau cette adresse, et toutes ses connexions ont été fermées.",
      "L’ancien mot de passe ne sert plus. Choisissez-en un nouveau pour vous connecter.",
    ],
    action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
    closing: [
      `Ce lien est valable ${tokenLifetime("password_reset")}. Passé ce délai, demandez-en un autre avec « Mot de passe oublié » sur la page de connexion.`,
      noReply,
    ],
  };
}

/** To the address that the account no longer uses: it names nobody, since its reader may be the thief. */
export function emailReplacedMail(): MailContent {
  return {
    subject: "Cette adresse n’est plus celle du compte",
    greeting: greetingOf(null),
    paragraphs: [
      "Le compte qui utilisait cette adresse a repris la précédente, par le lien que celle-ci avait reçu. Ses connexions ont été fermées.",
    ],
    action: { label: "Contacter le service", path: "/contact" },
    closing: [noReply],
  };
}
