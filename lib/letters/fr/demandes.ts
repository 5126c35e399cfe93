import type { MailContent } from "@/lib/shared/mail-content";
import type { FactsOf } from "../kinds";
import type { Said } from "../wording/words";
import { noReply } from "./frame";

/** What the letters about a demande share. */

type About = FactsOf<"demande.taken">;

export function factsOfDemande({ number, demarche }: Pick<About, "number" | "demarche">): MailContent["facts"] {
  return [
    { label: "Numéro de la demande", value: number },
    { label: "Démarche", value: demarche },
  ];
}

/** No e-mail is to be answered: exchanges live in the portal (T8). */
const closing = [`${noReply} Vos échanges avec le service se font dans le suivi de votre demande.`];

/** What follows the paragraphs of a letter that says what was done to a demande. */
export function followed(about: About, label = "Suivre ma demande"): Pick<Said, "facts" | "action" | "closing"> {
  return { facts: factsOfDemande(about), action: { label, path: about.path }, closing };
}

export function isSaid(text: string): boolean {
  return text.trim() !== "";
}
