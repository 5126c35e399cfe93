import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

export const accountPassword: Words<"account.password"> = ({ secret }) => ({
  subject: "Choisissez un nouveau mot de passe",
  opening: "Vous avez demandé à choisir un nouveau mot de passe. Votre mot de passe actuel reste valable jusque-là.",
  action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
  closing: [lifetimeSentence("password_reset"), notYou, noReply],
});
