import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { factsOfDemande } from "./demandes";

export const demandeContact: Words<"demande.contact"> = (about) => ({
  subject: `L’adresse de la demande n° ${about.number} est corrigée`,
  opening:
    "La personne qui a fait cette demande a corrigé son adresse de courriel. Les courriels suivants iront à une autre adresse, et le lien que vous avez reçu ne l’ouvre plus.",
  paragraphs: [
    "Si la demande n’est pas la vôtre, vous n’avez rien à faire. Si elle est la vôtre et que vous n’avez rien corrigé, appelez le service avec son numéro.",
  ],
  facts: factsOfDemande(about),
  closing: [noReply],
});
