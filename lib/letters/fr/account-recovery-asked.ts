import { lifetime } from "@/lib/vocabulary/lifetimes";
import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountRecoveryAsked: Words<"account.recovery_asked"> = ({ secret }) => ({
  subject: "Votre compte va changer d’adresse : est-ce vous ?",
  opening: `Une personne s’est présentée à un agent pour remplacer l’adresse de votre compte, en disant ne plus avoir accès à cette messagerie. Un second agent doit encore vérifier sa demande, au plus tôt dans ${lifetime("recovery")}.`,
  paragraphs: [
    "Si ce n’est pas vous, arrêtez tout de suite cette demande : le compte sera gelé, et vous le rouvrirez à l’accueil avec une pièce d’identité. Si c’est bien vous, ne faites rien.",
  ],
  action: { label: "Arrêter cette demande", path: `/compte/recuperation?jeton=${secret}` },
  closing: [lifetimeSentence("recovery_stop"), noReply],
});
