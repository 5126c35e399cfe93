import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeRejected: Words<"demande.rejected"> = ({ reason, ...about }) => ({
  subject: `Votre demande n° ${about.number} est refusée`,
  opening: "Le service a rejeté votre demande, pour le motif suivant :",
  paragraphs: [reason, appeal],
  ...followed(about),
});

/** Means of appeal against a refusal (code de justice administrative, art. R. 421-1). */
const appeal =
  "Vous avez deux mois pour contester ce refus : en écrivant au service (recours gracieux), ou devant le tribunal administratif, par courrier ou sur www.telerecours.fr.";
