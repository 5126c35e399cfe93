import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

export const accountEmail: Words<"account.email"> = ({ secret }) => ({
  subject: "Confirmez votre nouveau courriel",
  opening:
    "Vous avez demandé à utiliser cette adresse pour votre compte. Confirmez-la pour que le changement ait lieu.",
  action: { label: "Confirmer ce courriel", path: `/courriel/confirmer?jeton=${secret}` },
  closing: [lifetimeSentence("email_change"), notYou, noReply],
});
