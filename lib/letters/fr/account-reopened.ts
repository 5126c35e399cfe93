import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** To the owner, whose doors are all new. */
export const accountReopened: Words<"account.reopened"> = ({ secret }) => ({
  subject: "Votre compte est rouvert",
  opening:
    "Votre compte n’est plus gelé. Choisissez un nouveau mot de passe pour vous connecter : l’ancien ne sert plus.",
  paragraphs: [
    "Pendant ce temps, aucun courriel n’est parti : lisez vos notifications pour savoir ce qui s’est passé.",
  ],
  action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
  closing: [
    `Ce lien est valable ${tokenLifetime("password_reset")}. Passé ce délai, demandez-en un autre avec « Mot de passe oublié ».`,
    noReply,
  ],
});
