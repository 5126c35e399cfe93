import { formatDate } from "@/lib/shared/dates";
import type { Words } from "../wording/words";

export const draftExpiring: Words<"draft.expiring"> = ({ demarche, day, path }) => ({
  subject: `Votre brouillon sera effacé le ${formatDate(day)}`,
  opening: `Vous avez commencé la démarche « ${demarche} » sans la soumettre. Sans modification de votre part, le brouillon sera effacé le ${formatDate(day)}.`,
  action: { label: "Reprendre ma demande", path },
});
