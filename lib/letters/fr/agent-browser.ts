import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { lastLinkSentence } from "./agents";

export const agentBrowser: Words<"agent.browser"> = ({ secret }) => ({
  subject: "Faites reconnaître votre navigateur",
  opening:
    "Quelqu’un, sans doute vous, demande que le portail reconnaisse son navigateur. Ouvrez ce lien avec celui où vous voulez vous connecter : les essais faits ailleurs sur votre compte ne vous feront plus attendre.",
  paragraphs: ["Votre mot de passe et votre second facteur vous seront toujours demandés."],
  action: { label: "Reconnaître ce navigateur", path: `/admin/connexion/reconnaitre?jeton=${secret}` },
  closing: [
    lastLinkSentence("agent_browser"),
    "Si vous n’avez rien demandé, ne l’ouvrez pas et ne le transmettez à personne. Si ces courriels se répètent, prévenez un administrateur du portail.",
    noReply,
  ],
});
