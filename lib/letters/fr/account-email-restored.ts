import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** To the address put back. The password that somebody else may know no longer opens anything: this link replaces it. */
export const accountEmailRestored: Words<"account.email_restored"> = ({ secret }) => ({
  subject: "Votre courriel est rétabli : choisissez un nouveau mot de passe",
  opening: "Votre compte utilise de nouveau cette adresse, et toutes ses connexions ont été fermées.",
  paragraphs: ["L’ancien mot de passe ne sert plus. Choisissez-en un nouveau pour vous connecter."],
  action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
  closing: [
    `Ce lien est valable ${tokenLifetime("password_reset")}. Passé ce délai, demandez-en un autre avec « Mot de passe oublié » sur la page de connexion.`,
    noReply,
  ],
});
