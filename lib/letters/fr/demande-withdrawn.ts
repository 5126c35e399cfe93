import type { Words } from "../wording/words";
import { followed } from "./demandes";

export const demandeWithdrawn: Words<"demande.withdrawn"> = (about) => ({
  subject: `Votre demande n° ${about.number} est annulée`,
  opening: "Vous avez annulé votre demande. Le service ne la traitera pas.",
  ...followed(about),
});
