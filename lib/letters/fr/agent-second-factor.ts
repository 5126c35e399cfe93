import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { invitationPath, lastLinkSentence } from "./agents";

export const agentSecondFactor: Words<"agent.second_factor"> = ({ secret }) => ({
  subject: "Enregistrez un nouveau second facteur",
  opening:
    "Un administrateur vous envoie de quoi enregistrer un nouveau second facteur. Votre mot de passe ne change pas ; l’ancien second facteur reste valable jusque-là.",
  action: { label: "Enregistrer mon second facteur", path: invitationPath(secret) },
  closing: [lastLinkSentence("agent_second_factor"), noReply],
});
