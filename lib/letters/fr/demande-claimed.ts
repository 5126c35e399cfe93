import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { factsOfDemande } from "./demandes";

export const demandeClaimed: Words<"demande.claimed"> = (about) => ({
  subject: `Votre demande n° ${about.number} est dans un compte`,
  opening:
    "Votre demande, faite sans compte, vient d’être rattachée à un compte du portail. Les courriels qui la concernent iront désormais à l’adresse de ce compte.",
  paragraphs: [
    "Vous pouvez toujours la suivre avec le lien de ce courriel. Si ce compte n’est pas le vôtre, ouvrez-la par ce lien, puis choisissez « La retirer de ce compte ».",
  ],
  facts: factsOfDemande(about),
  action: { label: "Suivre ma demande", path: about.path },
  closing: [noReply],
});
