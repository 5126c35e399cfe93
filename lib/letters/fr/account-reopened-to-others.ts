import type { Words } from "../wording/words";
import { toParties } from "./frozen-account";

export const accountReopenedToOthers: Words<"account.reopened_to_others"> = ({ contact }) =>
  toParties(contact, {
    subject: "Le compte gelé est rouvert",
    opening: "Deux agents ont vu à qui il appartient : le compte est rouvert, avec l’adresse qu’il avait.",
    paragraphs: ["Si vous pensez que c’est une erreur, présentez-vous à l’accueil avec une pièce d’identité."],
  });
