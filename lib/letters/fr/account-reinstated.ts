import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountReinstated: Words<"account.reinstated"> = () => ({
  subject: "La suspension de votre compte est levée",
  opening: "Vous pouvez de nouveau vous connecter à votre compte, comme avant.",
  action: { label: "Se connecter", path: "/connexion" },
  closing: [noReply],
});
