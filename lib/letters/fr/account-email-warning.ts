import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountEmailWarning: Words<"account.email_warning"> = () => ({
  subject: "Changement de courriel demandé",
  opening:
    "Un changement de l’adresse de votre compte a été demandé. Il aura lieu quand la nouvelle adresse sera confirmée.",
  paragraphs: ["Si ce n’est pas vous, changez tout de suite votre mot de passe : il est connu de quelqu’un d’autre."],
  action: { label: "Changer mon mot de passe", path: "/mot-de-passe-oublie" },
  closing: [noReply],
});
