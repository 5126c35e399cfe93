import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { invitationPath, lastLinkSentence } from "./agents";

export const agentInvitation: Words<"agent.invitation"> = ({ secret }) => ({
  subject: "Votre compte d’agent du portail",
  opening:
    "Un administrateur vous a ouvert un compte d’agent sur le portail. Il reste à choisir votre mot de passe et à enregistrer votre second facteur.",
  paragraphs: ["Ayez sous la main un téléphone avec une application d’authentification."],
  action: { label: "Activer mon compte", path: invitationPath(secret) },
  closing: [lastLinkSentence("agent_invitation"), noReply],
});
