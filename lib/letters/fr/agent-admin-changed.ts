import type { FactsOf } from "../kinds";
import type { Words } from "../wording/words";
import { adminNotice } from "./agents";

export const agentAdminChanged: Words<"agent.admin_changed"> = ({ how, by, agent }) =>
  adminNotice("Les administrateurs du portail ont changé", `${by} ${acts[how]}`, agent);

const acts: Record<FactsOf<"agent.admin_changed">["how"], string> = {
  named: "a nommé administrateur du portail",
  demoted: "a retiré le rôle d’administrateur à",
  removed: "a retiré l’accès d’administrateur de",
};
