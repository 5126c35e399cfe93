import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountChangesAccepted: Words<"account.changes_accepted"> = () => ({
  subject: "La modification de votre compte est acceptée",
  opening: "Un agent a accepté la modification que vous avez demandée. Votre compte est à jour.",
  action: { label: "Voir mon compte", path: "/espace/compte" },
  closing: [noReply],
});
