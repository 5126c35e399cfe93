import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeCancelled: Words<"demande.cancelled"> = ({ reason, ...about }) => ({
  subject: `Votre demande n° ${about.number} est annulée par l’administration`,
  opening: "Le service a annulé votre demande, pour le motif suivant :",
  paragraphs: [reason],
  ...followed(about),
});
