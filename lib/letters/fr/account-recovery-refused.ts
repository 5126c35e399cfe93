import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountRecoveryRefused: Words<"account.recovery_refused"> = () => ({
  subject: "Votre compte garde son adresse",
  opening: "La demande de remplacement de l’adresse de votre compte est refusée : rien n’a changé.",
  action: { label: "Contacter la mairie", path: "/contact" },
  closing: [noReply],
});
