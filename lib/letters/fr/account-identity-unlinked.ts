import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountIdentityUnlinked: Words<"account.identity_unlinked"> = () => ({
  subject: "FranceConnect n’est plus lié à votre compte",
  opening:
    "FranceConnect n’ouvre plus votre compte : connectez-vous avec votre courriel ou votre identifiant, et votre mot de passe.",
  paragraphs: ["Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe."],
  action: { label: "Voir dans mon compte", path: "/espace/compte/franceconnect" },
  closing: [noReply],
});
