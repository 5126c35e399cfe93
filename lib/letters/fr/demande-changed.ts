import type { Words } from "../wording/words";
import { acknowledgement } from "./acknowledgement";

export const demandeChanged: Words<"demande.changed"> = (facts) =>
  acknowledgement(facts, {
    subject: `Votre demande n° ${facts.number} est modifiée`,
    opening: `Nous avons bien reçu les modifications de votre demande n°\u00a0${facts.number}, «\u00a0${facts.demarche}\u00a0». Un agent va la prendre en charge.`,
  });
