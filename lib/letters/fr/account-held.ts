import { formatDateTime } from "@/lib/shared/dates";
import type { Words } from "../wording/words";
import { comeBefore, notMine, toParties } from "./frozen-account";

/** Two agents believe that the old mailbox is in somebody else's hands: it is told, so that its reader may come, and can do nothing more. */
export const accountHeld: Words<"account.held"> = ({ contact, effectiveAt }) =>
  toParties(contact, {
    subject: "Un compte est gelé, et va changer d’adresse",
    opening:
      "Une personne s’est présentée à l’accueil avec une pièce d’identité : l’adresse de son compte serait lue par quelqu’un d’autre. Deux agents l’ont vérifié.",
    paragraphs: [
      `Le compte est gelé : personne ne peut s’y connecter. Il changera d’adresse le ${formatDateTime(effectiveAt)}.`,
      comeBefore,
      notMine,
    ],
  });
