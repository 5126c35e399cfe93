import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { FactsOf } from "../kinds";
import type { Said } from "../wording/words";
import { noReply } from "./frame";

/** What the letters of agents share. They carry a link, never a password nor a code. */

const alarm = "Si ce n’est pas vous, prévenez tout de suite un administrateur du portail.";

export function invitationPath(secret: string): string {
  return `/admin/invitation?jeton=${secret}`;
}

export function lastLinkSentence(purpose: "agent_invitation" | "agent_second_factor" | "agent_browser"): string {
  return `Ce lien est valable ${tokenLifetime(purpose)}, sert une seule fois, et seul le dernier envoyé fonctionne.`;
}

/** Something was done to the account of an agent, who is told. */
export function agentNotice({ subject, opening, paragraphs = [] }: Said): Said {
  return {
    subject,
    opening,
    paragraphs: [...paragraphs, alarm],
    action: { label: "Ouvrir mon compte", path: "/admin/mon-compte" },
    closing: [noReply],
  };
}

/** To the other administrators. `act`: who did what. */
export function adminNotice(subject: string, act: string, agent: FactsOf<"agent.access_given">["agent"]): Said {
  return {
    subject,
    opening: `${act} ${agent.name} (${agent.email}).`,
    paragraphs: [
      "Ce courriel part à chaque fois aux autres administrateurs concernés. Si cela vous surprend, parlez-en tout de suite ensemble.",
    ],
    action: { label: "Voir l’agent", path: `/admin/agents/${agent.id}` },
    closing: [noReply],
  };
}
