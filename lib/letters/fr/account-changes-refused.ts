import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountChangesRefused: Words<"account.changes_refused"> = ({ reason }) => ({
  subject: "La modification de votre compte est refusée",
  opening: "Un agent a refusé la modification que vous avez demandée, pour la raison suivante.",
  paragraphs: [
    reason,
    "Les données de votre compte restent celles d’avant. Vous pouvez demander une autre modification.",
  ],
  action: { label: "Voir mon compte", path: "/espace/compte" },
  closing: [noReply],
});
