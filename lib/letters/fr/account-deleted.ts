import { count } from "@/lib/shared/text";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** The last one names nobody: nothing of the account is left to be named. */
export const accountDeleted: Words<"account.deleted"> = ({ finishing, withdrawn }) => ({
  subject: "Votre compte est supprimé",
  opening:
    "Votre compte est supprimé. Vos données, vos relations, votre porte-documents et vos brouillons sont effacés, et vos demandes terminées sont anonymisées.",
  paragraphs: [
    ...(withdrawn > 0
      ? [
          `Comme vous l’avez choisi, ${count(withdrawn, "demande en cours a été annulée", "demandes en cours ont été annulées")}.`,
        ]
      : []),
    ...(finishing.length > 0
      ? [
          "Les demandes ci-dessous suivent leur cours sans votre compte. Pour les suivre, donnez leur numéro et le courriel inscrit dans la demande à la page « Suivre une demande ».",
        ]
      : []),
  ],
  facts: finishing.map(({ number, demarche }) => ({ label: demarche, value: number })),
  action: finishing.length > 0 ? { label: "Suivre une demande", path: "/suivi" } : undefined,
  closing: ["C’est le dernier courriel de votre compte : cette adresse n’est plus connue de lui.", noReply],
});
