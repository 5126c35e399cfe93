import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountIdentityLinked: Words<"account.identity_linked"> = () => ({
  subject: "FranceConnect est lié à votre compte",
  opening: "Vous pouvez maintenant vous connecter avec FranceConnect. Votre mot de passe reste valable.",
  paragraphs: [
    "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe, puis déliez FranceConnect dans votre compte.",
  ],
  action: { label: "Voir dans mon compte", path: "/espace/compte/franceconnect" },
  closing: [noReply],
});
