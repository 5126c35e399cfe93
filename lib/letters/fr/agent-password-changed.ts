import type { Words } from "../wording/words";
import { agentNotice } from "./agents";

export const agentPasswordChanged: Words<"agent.password_changed"> = () =>
  agentNotice({
    subject: "Votre mot de passe d’agent a été modifié",
    opening: "Le mot de passe de votre compte d’agent vient d’être modifié, et vos autres connexions ont été fermées.",
  });
