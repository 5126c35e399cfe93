import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

export const accountAlreadyRegistered: Words<"account.already_registered"> = ({ path }) => ({
  subject: "Vous avez déjà un compte",
  opening:
    "Quelqu’un, sans doute vous, a demandé à créer un compte avec cette adresse. Un compte existe déjà : connectez-vous avec votre courriel et votre mot de passe.",
  paragraphs: ["Si vous avez oublié votre mot de passe, la page de connexion permet d’en choisir un autre."],
  action: { label: "Se connecter", path },
  closing: [notYou, noReply],
});
