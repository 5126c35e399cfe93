import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { invitationPath, lastLinkSentence } from "./agents";

export const agentNewAccess: Words<"agent.new_access"> = ({ secret }) => ({
  subject: "Vos nouveaux accès d’agent du portail",
  opening:
    "Un administrateur vous envoie de quoi choisir un nouveau mot de passe et enregistrer un nouveau second facteur. Les anciens restent valables jusque-là.",
  paragraphs: ["Ayez sous la main un téléphone avec une application d’authentification."],
  action: { label: "Choisir mes nouveaux accès", path: invitationPath(secret) },
  closing: [lastLinkSentence("agent_invitation"), noReply],
});
