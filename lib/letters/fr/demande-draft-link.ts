import { formatDate } from "@/lib/shared/dates";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const demandeDraftLink: Words<"demande.draft_link"> = ({ demarche, until, path }) => ({
  subject: "Reprendre votre brouillon",
  opening: `Vous avez commencé sans compte la démarche « ${demarche} ». Rien n’a encore été envoyé au service.`,
  paragraphs: [
    `Ce lien rouvre votre brouillon, sur l’appareil de votre choix. Il sert une fois et reste valable jusqu’au ${formatDate(until)}.`,
  ],
  action: { label: "Reprendre mon brouillon", path },
  closing: ["Si vous n’avez rien commencé, ignorez ce courriel.", noReply],
});
