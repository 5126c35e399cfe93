import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeComplete: Words<"demande.complete"> = (about) => ({
  subject: `Votre demande n° ${about.number} est complète`,
  opening: "Tous les éléments nécessaires au traitement de votre demande sont présents, elle suit son cours.",
  ...followed(about),
});
