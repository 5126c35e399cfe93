import { serviceInSentence } from "@/lib/shared/text";
import type { Words } from "../wording/words";
import { followed } from "./demandes";
import { serviceFacts } from "./recepisse";

export const demandeHandedOver: Words<"demande.handed_over"> = ({ from, service, isTransmitted, ...about }) => ({
  subject: `Un autre service répond à votre demande n° ${about.number}`,
  opening: `Le ${serviceInSentence(from)} ferme. ${isTransmitted ? "Votre demande est transmise" : "Votre demande est confiée"} au ${serviceInSentence(service.name)}, qui y répond désormais.`,
  paragraphs: [
    "Vous n’avez rien à envoyer de nouveau : ce service a tout ce que vous avez déposé, sous le même numéro. Ce qui vous était demandé le reste.",
    ...(isTransmitted ? [law] : []),
  ],
  ...followed(about),
  facts: [...(followed(about).facts ?? []), ...serviceFacts(service)],
});

const law =
  "Une administration transmet à celle qui est compétente les demandes qui lui sont adressées, et en avise les personnes concernées (code des relations entre le public et l’administration, article L. 114-2).";
