import type { Words } from "../wording/words";
import { acknowledgement } from "./acknowledgement";

export const demandeCorrected: Words<"demande.corrected"> = (facts) =>
  acknowledgement(facts, {
    subject: `Vos corrections à la demande n° ${facts.number} sont reçues`,
    opening: `Nous avons bien reçu vos corrections à la demande n°\u00a0${facts.number}, «\u00a0${facts.demarche}\u00a0». Un agent va la reprendre.`,
  });
