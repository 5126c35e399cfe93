import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { factsOfDemande } from "./demandes";

/** Without its text: the message is read in the portal, where its reader is known. */
export const demandeMessage: Words<"demande.message"> = (about) => ({
  subject: `Vous avez un message au sujet de votre demande n° ${about.number}`,
  opening:
    "Le service qui instruit votre demande vous a écrit. Pour protéger vos données, le message se lit dans le portail.",
  facts: factsOfDemande(about),
  action: { label: "Lire le message", path: about.path },
  closing: [`${noReply} Répondez au service depuis le portail.`],
});
