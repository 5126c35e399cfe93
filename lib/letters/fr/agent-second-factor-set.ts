import type { Words } from "../wording/words";
import { agentNotice } from "./agents";

export const agentSecondFactorSet: Words<"agent.second_factor_set"> = () =>
  agentNotice({
    subject: "Votre second facteur a été remplacé",
    opening:
      "Un nouveau second facteur et de nouveaux codes de secours sont enregistrés pour votre compte d’agent. Les anciens ne servent plus.",
  });
