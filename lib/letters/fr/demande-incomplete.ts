import { correctionReasonLabels } from "@/lib/vocabulary/documents";
import type { Words } from "../wording/words";
import { followed, isSaid } from "./demandes";

/** CRPA, art. L. 114-5: what is missing, one by one. */
export const demandeIncomplete: Words<"demande.incomplete"> = ({ reason, items, ...about }) => ({
  subject: `Votre demande n° ${about.number} est à compléter`,
  opening: "Le service a décelé des manques dans votre demande. Elle reprendra dès que vous les aurez corrigés.",
  paragraphs: [reason].filter(isSaid),
  items: items.map((item) =>
    `${item.label} : ${correctionReasonLabels[item.reason].toLowerCase()}. ${item.comment}`.trim(),
  ),
  ...followed(about, "Corriger ma demande"),
});
