import type { FactsOf } from "../kinds";
import type { Words } from "../wording/words";
import { adminNotice } from "./agents";

/** To the other administrators: one alone must not open a second self unseen (docs/decisions/024). */
export const agentAccessGiven: Words<"agent.access_given"> = ({ how, by, agent }) =>
  adminNotice("Un accès d’agent a été donné", `${by} ${acts[how]}`, agent);

const acts: Record<FactsOf<"agent.access_given">["how"], string> = {
  invited: "a ouvert un accès d’agent à",
  sent_again: "a envoyé de nouveaux accès à",
  second_factor: "a envoyé un nouveau second facteur à",
  reinstated: "a rétabli l’accès de",
};
