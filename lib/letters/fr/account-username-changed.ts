import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountUsernameChanged: Words<"account.username_changed"> = ({ username }) => ({
  subject: "Votre identifiant a été modifié",
  opening:
    "L’identifiant de votre compte vient d’être modifié. L’ancien ne sert plus. Votre courriel sert toujours à vous connecter.",
  paragraphs: [
    "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe : toutes vos connexions seront fermées.",
  ],
  facts: [{ label: "Nouvel identifiant", value: username }],
  action: { label: "Choisir un nouveau mot de passe", path: "/mot-de-passe-oublie" },
  closing: [noReply],
});
