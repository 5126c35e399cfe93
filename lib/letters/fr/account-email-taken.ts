import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

export const accountEmailTaken: Words<"account.email_taken"> = () => ({
  subject: "Cette adresse a déjà un compte",
  opening:
    "Quelqu’un a demandé à utiliser cette adresse pour un autre compte. Elle en a déjà un : rien n’a été changé.",
  action: { label: "Se connecter", path: "/connexion" },
  closing: [notYou, noReply],
});
