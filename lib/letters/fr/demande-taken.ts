import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeTaken: Words<"demande.taken"> = (about) => ({
  subject: `Votre demande n° ${about.number} est prise en charge`,
  opening:
    "Un agent a pris en charge votre demande. Vous ne pouvez plus la modifier : si une information manque, nous vous la demanderons.",
  ...followed(about),
});
