import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountRecoveryConfirmed: Words<"account.recovery_confirmed"> = ({ username, secret }) => ({
  subject: "Retrouvez l’accès à votre compte",
  opening:
    "Votre compte utilise maintenant cette adresse. Choisissez un nouveau mot de passe pour vous connecter : l’ancien ne sert plus.",
  facts: username ? [{ label: "Identifiant", value: username }] : undefined,
  action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
  closing: [
    `${lifetimeSentence("password_reset")} Passé ce délai, demandez-en un autre depuis « Mot de passe oublié », avec cette adresse.`,
    noReply,
  ],
});
