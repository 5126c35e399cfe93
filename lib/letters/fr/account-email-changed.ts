import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** To the address left behind: its reader may be the owner, whose account somebody else took. */
export const accountEmailChanged: Words<"account.email_changed"> = ({ secret }) => ({
  subject: "Le courriel de votre compte a été modifié",
  opening: "Votre compte n’utilise plus cette adresse : la nouvelle a été confirmée.",
  paragraphs: [
    "Si c’est vous, vous n’avez rien à faire.",
    "Si ce n’est pas vous, rétablissez cette adresse : toutes les connexions seront fermées, et vous choisirez un nouveau mot de passe.",
  ],
  action: { label: "Rétablir cette adresse", path: `/courriel/retablir?jeton=${secret}` },
  closing: [lifetimeSentence("email_restore"), noReply],
});
