import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

/** Nobody is named: whoever typed the address may not be who reads it. */
export const accountActivation: Words<"account.activation"> = ({ secret }) => ({
  subject: "Finalisez la création de votre compte",
  opening: "Vous avez demandé à créer un compte sur le portail. Il reste à choisir votre mot de passe.",
  action: { label: "Finaliser l’inscription", path: `/inscription/finaliser?jeton=${secret}` },
  closing: [lifetimeSentence("activation"), notYou, noReply],
});
