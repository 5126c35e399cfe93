import type { FactsOf } from "../kinds";
import type { Words } from "../wording/words";
import { adminNotice } from "./agents";

export const agentAdminChanged: Words<"agent.admin_changed"> = ({ how, by, agent, organisation }) => {
  const title = organisation
    ? `Les administrateurs de « ${organisation} » ont changé`
    : "Les administrateurs du portail ont changé";
  return adminNotice(title, `${by} ${(organisation ? actsThere(organisation) : acts)[how]}`, agent);
};

type Acts = Record<FactsOf<"agent.admin_changed">["how"], string>;

const acts: Acts = {
  named: "a nommé administrateur du portail",
  demoted: "a retiré le rôle d’administrateur à",
  removed: "a retiré l’accès d’administrateur de",
};

const actsThere = (organisation: string): Acts => ({
  named: `a nommé administrateur de « ${organisation} »`,
  demoted: `a retiré le rôle d’administrateur de « ${organisation} » à`,
  removed: `a retiré l’accès d’administrateur de « ${organisation} » de`,
});
