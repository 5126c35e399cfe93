import type { Words } from "../wording/words";
import { followed, isSaid } from "./demandes";

export const demandeValidated: Words<"demande.validated"> = ({ reason, files, ...about }) => ({
  subject: `Votre demande n° ${about.number} est acceptée`,
  opening: "Votre demande a été validée.",
  paragraphs: [reason, sayAnswer(files)].filter(isSaid),
  ...followed(about, files > 0 ? "Lire la réponse" : "Suivre ma demande"),
});

/** F134: how to fetch the answer. */
function sayAnswer(files: number): string {
  if (files === 0) return "";
  const what = files === 1 ? "Le document de réponse vous attend" : `Les ${files} documents de réponse vous attendent`;
  return `${what} dans le suivi de votre demande, sous «\u00a0La réponse du service\u00a0».`;
}
