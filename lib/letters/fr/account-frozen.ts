import type { Words } from "../wording/words";
import { comeToTheCounter, notMine, toParties } from "./frozen-account";

/** Both say that the account is theirs: one at the counter, the other by the link of an address. */
export const accountFrozen: Words<"account.frozen"> = ({ contact }) =>
  toParties(contact, {
    subject: "Un compte est gelé : présentez-vous à l’accueil",
    opening:
      "Deux personnes disent qu’un même compte du portail est le leur : l’une s’est présentée à l’accueil, l’autre s’y est opposée depuis l’adresse du compte.",
    paragraphs: [
      "Le compte est gelé : personne ne peut s’y connecter, et plus rien n’en est envoyé, tant que des agents n’ont pas vu à qui il appartient.",
      comeToTheCounter,
      notMine,
    ],
  });
