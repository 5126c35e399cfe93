import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountPasswordChanged: Words<"account.password_changed"> = ({ isIdentityLinked }) => ({
  subject: "Votre mot de passe a été modifié",
  opening: "Le mot de passe de votre compte vient d’être modifié, et vos autres connexions ont été fermées.",
  paragraphs: [
    ...(isIdentityLinked
      ? [
          "FranceConnect reste lié à votre compte, et l’ouvre toujours. Si ce n’est pas vous qui l’avez lié, connectez-vous, puis déliez-le dans « Gestion du compte », rubrique « FranceConnect ».",
        ]
      : []),
    "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.",
  ],
  action: { label: "Choisir un nouveau mot de passe", path: "/mot-de-passe-oublie" },
  closing: [noReply],
});
