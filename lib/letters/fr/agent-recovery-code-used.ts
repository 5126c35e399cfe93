import type { Words } from "../wording/words";
import { agentNotice } from "./agents";

export const agentRecoveryCodeUsed: Words<"agent.recovery_code_used"> = ({ left }) =>
  agentNotice({
    subject: "Un code de secours a été utilisé",
    opening: "Une connexion à votre compte d’agent vient d’être faite avec un code de secours.",
    paragraphs: [
      left > 0
        ? `Codes de secours restants : ${left}.`
        : "Il ne vous en reste aucun : renouvelez-les dans « Mon compte ».",
    ],
  });
