import { formatDate } from "@/lib/shared/dates";
import { count, serviceInSentence } from "@/lib/shared/text";
import type { Wording } from "../wording/words";

/** What the page of notifications says of an event, in one sentence. */
export const frenchNotices: Wording["notices"] = {
  "demande.filed": ({ demarche }) => `${demarche} : votre demande est reçue.`,
  "demande.changed": ({ demarche }) => `${demarche} : vos modifications sont reçues.`,
  "demande.corrected": ({ demarche }) => `${demarche} : vos corrections sont reçues.`,
  "demande.filed_together": ({ demarche, each }) => `${demarche} : vos ${count(each.length, "demande")} sont reçues.`,
  "demande.withdrawn": ({ demarche }) => `${demarche} : vous avez annulé votre demande.`,
  "demande.taken": ({ demarche }) => `${demarche} : un agent a pris en charge votre demande.`,
  "demande.complete": ({ demarche }) => `${demarche} : votre demande est complète.`,
  "demande.incomplete": ({ demarche }) => `${demarche} : votre demande est à compléter ou à corriger.`,
  "demande.validated": ({ demarche }) => `${demarche} : votre demande est acceptée.`,
  "demande.rejected": ({ demarche }) => `${demarche} : votre demande est refusée.`,
  "demande.cancelled": ({ demarche }) => `${demarche} : votre demande est annulée par l’administration.`,
  "demande.reopened": ({ demarche }) => `${demarche} : votre demande est rouverte.`,
  "demande.handed_over": ({ demarche, service }) =>
    `${demarche} : votre demande est confiée au ${serviceInSentence(service.name)}.`,
  "demande.released": ({ demarche, number }) => `${demarche} : la demande n° ${number} n’est plus dans votre compte.`,
  "demande.message": ({ demarche }) => `${demarche} : vous avez un message du service.`,
  "draft.expiring": ({ demarche, day }) => `${demarche} : votre brouillon sera effacé le ${formatDate(day)}.`,
};
