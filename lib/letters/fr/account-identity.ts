import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountIdentity: Words<"account.identity"> = ({ secret }) => ({
  subject: "Confirmez le lien avec FranceConnect",
  opening: "Une personne qui vient de s’identifier avec FranceConnect demande à se connecter ainsi à votre compte.",
  paragraphs: [
    "Si c’est vous, ouvrez ce lien dans le navigateur où vous vous êtes identifié : ailleurs, il ne lie rien.",
  ],
  action: { label: "Lier FranceConnect à mon compte", path: `/franceconnect/confirmer?jeton=${secret}` },
  closing: [
    lifetimeSentence("identity_link"),
    "Si ce n’est pas vous, ignorez ce courriel : rien ne changera.",
    noReply,
  ],
});
