import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { contactFacts } from "./parts";

/** To the address left behind: its reader may be the owner, whom somebody passed for at the counter. */
export const accountRecoveryOldAddress: Words<"account.recovery_old_address"> = ({ contact, secret }) => ({
  subject: "Votre compte a changé d’adresse",
  opening:
    "Deux agents ont vérifié la demande : votre compte n’utilise plus cette adresse, et ses connexions ont été fermées.",
  paragraphs: [
    "Si c’est vous, vous n’avez rien à faire.",
    "Si ce n’est pas vous, rétablissez cette adresse : toutes les connexions seront fermées, et vous choisirez un nouveau mot de passe. Prévenez aussi le service ci-dessous.",
  ],
  facts: contactFacts(contact),
  action: { label: "Rétablir cette adresse", path: `/courriel/retablir?jeton=${secret}` },
  closing: [lifetimeSentence("email_restore"), noReply],
});
