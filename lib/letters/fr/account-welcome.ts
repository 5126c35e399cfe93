import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountWelcome: Words<"account.welcome"> = ({ username }) => ({
  subject: "Votre compte est créé",
  opening: "Votre compte est créé. Vous pouvez vous connecter avec votre courriel ou avec votre identifiant.",
  facts: [{ label: "Identifiant", value: username }],
  action: { label: "Ouvrir mon espace", path: "/espace" },
  closing: [noReply],
});
