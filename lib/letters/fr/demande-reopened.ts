import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeReopened: Words<"demande.reopened"> = ({ reason, ...about }) => ({
  subject: `Votre demande n° ${about.number} est rouverte`,
  opening: "Le service a rouvert votre demande, pour le motif suivant :",
  paragraphs: [reason],
  ...followed(about),
});
