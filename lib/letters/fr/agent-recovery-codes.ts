import type { Words } from "../wording/words";
import { agentNotice } from "./agents";

export const agentRecoveryCodes: Words<"agent.recovery_codes"> = () =>
  agentNotice({
    subject: "Vos codes de secours ont été renouvelés",
    opening: "Dix nouveaux codes de secours remplacent les précédents, qui ne servent plus.",
  });
