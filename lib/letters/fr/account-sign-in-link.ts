import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountSignInLink: Words<"account.sign_in_link"> = ({ secret }) => ({
  subject: "Votre lien de connexion",
  opening: "Vous avez demandé à vous connecter sans mot de passe. Ouvrez ce lien, puis choisissez « Me connecter ».",
  action: { label: "Me connecter", path: `/connexion/ouvrir?jeton=${secret}` },
  closing: [
    `${lifetimeSentence("sign_in")} Ne le transmettez à personne : il ouvre votre compte.`,
    "Si vous n’êtes pas à l’origine de cette demande, ignorez ce courriel : personne n’est connecté.",
    noReply,
  ],
});
