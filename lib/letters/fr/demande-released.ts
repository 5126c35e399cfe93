import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { factsOfDemande } from "./demandes";

export const demandeReleased: Words<"demande.released"> = (about) => ({
  subject: `La demande n° ${about.number} n’est plus dans votre compte`,
  opening:
    "La personne qui l’avait faite sans compte l’a ouverte par le lien de son courriel, et l’a retirée de votre compte.",
  paragraphs: [
    "Elle reste enregistrée auprès du service. Si cette personne, c’est vous, vous pouvez la rattacher de nouveau depuis « Mes demandes ».",
  ],
  facts: factsOfDemande(about),
  action: { label: "Voir mes demandes", path: about.path },
  closing: [noReply],
});
