import { formatDateTime } from "@/lib/shared/dates";
import type { Words } from "../wording/words";
import { comeBefore, notMine, toParties } from "./frozen-account";

export const accountReopeningAsked: Words<"account.reopening_asked"> = ({ contact, from }) =>
  toParties(contact, {
    subject: "Un compte gelé va être rouvert",
    opening: `Une personne s’est présentée à l’accueil avec une pièce d’identité pour rouvrir le compte gelé, avec l’adresse qu’il a. Un second agent peut le rouvrir à partir du ${formatDateTime(from)}.`,
    paragraphs: [comeBefore, notMine],
  });
