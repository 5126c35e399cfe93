import type { LetterFrame } from "../wording/words";

/** Last of the smaller sentences. */
export const noReply = "Ce courriel est envoyé automatiquement : n’y répondez pas.";

export const frenchFrame: LetterFrame = {
  lang: "fr",
  greeting: (name) => (name ? `Bonjour ${name},` : "Bonjour,"),
  ifButtonFails: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0: ",
  sentBy: "Ce courriel est envoyé par le portail ",
  noReply,
  noAnswer: "Merci de ne pas y répondre.",
};
