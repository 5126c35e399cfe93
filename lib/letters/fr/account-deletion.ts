import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountDeletion: Words<"account.deletion"> = ({ secret }) => ({
  subject: "Confirmez la suppression de votre compte",
  opening:
    "Vous avez demandé la suppression de votre compte. Rien n’est encore effacé : suivez ce lien pour relire ce qui va se passer, puis confirmez.",
  paragraphs: ["La suppression est définitive : personne ne pourra rétablir votre compte ni ce qu’il contient."],
  action: { label: "Supprimer mon compte", path: `/compte/supprimer?jeton=${secret}` },
  closing: [
    lifetimeSentence("account_deletion"),
    "Si vous n’avez rien demandé, ne suivez pas ce lien et changez tout de suite votre mot de passe : quelqu’un d’autre le connaît.",
    noReply,
  ],
});
