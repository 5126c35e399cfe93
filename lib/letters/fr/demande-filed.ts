import type { Words } from "../wording/words";
import { acknowledgement, recepisse } from "./acknowledgement";

/** The acknowledgement owed after a filing (F46; CRPA, art. L. 112-3 and R. 112-5), with the récépissé. */
export const demandeFiled: Words<"demande.filed"> = (facts) =>
  acknowledgement(facts, {
    subject: `Accusé de réception de votre demande n° ${facts.number}`,
    opening: `Nous avons bien reçu votre demande n°\u00a0${facts.number}, «\u00a0${facts.demarche}\u00a0». Un agent va la prendre en charge.`,
    attachments: [recepisse(facts)],
  });
