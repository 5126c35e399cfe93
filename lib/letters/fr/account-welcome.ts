import { noReply } from "@/lib/shared/mail-content";
import type { Words } from "../wording/words";

export const accountWelcome: Words<"account.welcome"> = ({ username }) => ({
  subject: "Votre compte est créé",
  opening: "Votre compte est créé. Vous pouvez vous connecter avec votre courriel ou avec votre identifiant.",
  facts: [{ label: "Identifiant", value: username }],
  action: { label: "Ouvrir mon espace", path: "/espace" },
  closing: [noReply],
});
