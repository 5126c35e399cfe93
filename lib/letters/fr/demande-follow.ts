import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { factsOfDemande } from "./demandes";

export const demandeFollow: Words<"demande.follow"> = ({ hasAccount, ...about }) => ({
  subject: `Suivre votre demande n° ${about.number}`,
  opening: hasAccount
    ? "Cette demande est rattachée à votre compte : connectez-vous pour la suivre."
    : `Voici le lien que vous avez demandé pour suivre votre demande. Il sert une fois et reste valable ${tokenLifetime("follow_up")}.`,
  facts: factsOfDemande(about),
  action: { label: "Suivre ma demande", path: about.path },
  closing: ["Si vous n’avez rien demandé, ignorez ce courriel : personne d’autre que vous n’a reçu ce lien."],
});
